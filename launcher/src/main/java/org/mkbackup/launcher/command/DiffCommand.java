package org.mkbackup.launcher.command;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Map;
import org.mkbackup.application.inspect.CompareBackups;
import org.mkbackup.application.inspect.Difference;
import org.mkbackup.application.inspect.Difference.Change;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.text.EscapedName;

/** {@code mkbackup diff TARGET BACKUP-ID [BACKUP-ID]}. */
final class DiffCommand extends Command {
  private final Session session;
  private final GlobalOptions options;
  private final ChosenBackup chosen = new ChosenBackup(this);

  private final Word<String> other =
      optionalParameter("LATER-ID", "Another backup on the target, instead of what is there now.");

  DiffCommand(Session session, GlobalOptions options) {
    super("diff", "Show what has changed since a backup.");
    this.session = session;
    this.options = options;
  }

  @Override
  public Integer call() {
    CompareBackups.Command command =
        new CompareBackups.Command(chosen.choice(), other.told().map(BackupId::new));
    CompareBackups compare = session.wiring(session.host()).get(CompareBackups.class);
    return Watched.on(session, "Compare", session.err(), options.verbose())
        .run(
            observer -> {
              PrintStream out = session.out();
              Map<Change, Long> counts = new EnumMap<>(Change.class);
              compare.run(
                  command,
                  difference -> {
                    out.println(line(difference));
                    counts.merge(difference.change(), 1L, Long::sum);
                  },
                  observer);
              out.println(
                  counts.getOrDefault(Change.ADDED, 0L)
                      + " added, "
                      + counts.getOrDefault(Change.REMOVED, 0L)
                      + " removed, "
                      + counts.getOrDefault(Change.CHANGED, 0L)
                      + " changed");
              return session.printed();
            });
  }

  private static String line(Difference difference) {
    String line = difference.change().sign() + " " + EscapedName.of(difference.path());
    return difference.aspects().isEmpty()
        ? line
        : line + "  (" + String.join(", ", difference.aspects()) + ")";
  }
}
