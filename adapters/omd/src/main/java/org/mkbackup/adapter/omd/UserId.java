package org.mkbackup.adapter.omd;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeoutException;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.site.SiteName;

/** The number of a site's user, from wherever the system knows its users from. */
final class UserId {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private UserId() {}

  /** Empty if there is no such user. */
  static OptionalLong of(SiteName site) {
    try {
      CommandRun.Outcome outcome =
          new CommandRun(List.of("/usr/bin/id", "-u", site.value()), Environments::ofUser)
              .run(LIMIT);
      return outcome.exitCode() == 0
          ? OptionalLong.of(Long.parseLong(outcome.output().lastLine()))
          : OptionalLong.empty();
    } catch (IOException | TimeoutException e) {
      throw new SiteException(
          "The user of site " + site + " can't be looked up: " + e.getMessage(),
          "See whether 'id " + site + "' works",
          e);
    }
  }
}
