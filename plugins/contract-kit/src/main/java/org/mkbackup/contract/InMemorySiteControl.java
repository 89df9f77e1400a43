package org.mkbackup.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.SiteControl;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteStatus;

/** Sites that run or stand still because a test said so; stopped unless it did. */
public final class InMemorySiteControl implements SiteControl {
  private final Map<SiteName, SiteStatus> statuses = new HashMap<>();
  private final List<String> calls = new ArrayList<>();
  private Optional<String> commandFailure = Optional.empty();
  private Optional<String> statusFailure = Optional.empty();

  public void bring(SiteName site, SiteStatus status) {
    statuses.put(site, status);
  }

  /** Has stop and start fail from now on; empty: they work again. */
  public void failCommands(Optional<String> lastLine) {
    commandFailure = lastLine;
  }

  /** Has the status be refused from now on; empty: it is told again. */
  public void failStatus(Optional<String> lastLine) {
    statusFailure = lastLine;
  }

  /** What was asked for so far, but for the status: {@code stop NAME}, {@code kill NAME}. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  @Override
  public SiteStatus status(SiteName site) {
    refuse(statusFailure, "The status of site " + site + " is not known");
    return statuses.getOrDefault(site, SiteStatus.STOPPED);
  }

  @Override
  public void stop(SiteName site) {
    calls.add("stop " + site);
    refuse(commandFailure, "Site " + site + " did not stop");
    statuses.put(site, SiteStatus.STOPPED);
  }

  @Override
  public void start(SiteName site) {
    calls.add("start " + site);
    refuse(commandFailure, "Site " + site + " did not start");
    statuses.put(site, SiteStatus.RUNNING);
  }

  @Override
  public void reloadCrontab(SiteName site) {
    calls.add("reload crontab " + site);
    refuse(commandFailure, "The crontab of site " + site + " was not reloaded");
  }

  @Override
  public void killProcesses(SiteName site) {
    calls.add("kill " + site);
  }

  private static void refuse(Optional<String> lastLine, String what) {
    lastLine.ifPresent(
        line -> {
          throw new SiteException(what + ": " + line, "");
        });
  }
}
