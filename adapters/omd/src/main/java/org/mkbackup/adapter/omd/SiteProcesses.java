package org.mkbackup.adapter.omd;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.site.SiteName;

/** All that runs as a site's user, but for what this process needs to go on. */
final class SiteProcesses {
  private final Duration patience;

  /**
   * Makes one.
   *
   * @param patience how long processes may take to end when asked to, and again when forced to
   */
  SiteProcesses(Duration patience) {
    this.patience = patience;
  }

  /** Ends them; does nothing if there is no such user. */
  void end(SiteName site) {
    OptionalLong uid = UserId.of(site);
    if (uid.isPresent()) {
      end(site, uid.getAsLong());
    }
  }

  void end(SiteName site, long uid) {
    if (uid == 0) {
      throw new SiteException(
          "The processes of '" + site + "' are those of root, they are not killed",
          "Name a site; " + site + " is none");
    }
    if (!endAll(uid, ProcessHandle::destroy) && !endAll(uid, ProcessHandle::destroyForcibly)) {
      throw new SiteException(
          "Site "
              + site
              + " has processes that can't be ended: "
              + of(uid).map(process -> "" + process.pid()).collect(Collectors.joining(" ")),
          "See what they wait for, with 'ps -u " + site + "'");
    }
  }

  private boolean endAll(long uid, Consumer<ProcessHandle> signal) {
    Set<ProcessHandle> told = new HashSet<>();
    return Uninterrupted.poll(
        patience,
        () -> {
          List<ProcessHandle> left = of(uid).toList();
          left.stream().filter(told::add).forEach(signal);
          return left.isEmpty();
        });
  }

  private static Stream<ProcessHandle> of(long uid) {
    Spared spared = Spared.byThisProcess();
    return ProcessHandle.allProcesses()
        .filter(
            process ->
                ProcessStatus.of(process.pid())
                    .filter(status -> status.isAlive() && status.belongsTo(uid))
                    .filter(status -> !spared.contains(process, status))
                    .isPresent());
  }
}
