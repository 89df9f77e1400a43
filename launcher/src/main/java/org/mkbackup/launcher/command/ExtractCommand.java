package org.mkbackup.launcher.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mkbackup.application.inspect.ExtractMembers;
import org.mkbackup.domain.text.EscapedName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mkbackup extract TARGET BACKUP-ID --to DIR PATH…}. */
@Command(name = "extract", description = "Take single files and directories out of a backup.")
final class ExtractCommand implements CommandLines.Command {
  private final Session session;
  private final GlobalOptions options;
  @Mixin private final ChosenBackup chosen = new ChosenBackup();

  @Parameters(
      index = "2..*",
      arity = "1..*",
      paramLabel = "PATH",
      description = "As 'mkbackup ls' shows it; a directory with all below it.")
  private final List<String> paths = new ArrayList<>();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR",
      description = "Where to put it, under its whole path. Made if it isn't there.")
  private Path directory = Path.of("");

  @Option(names = "--force", description = "Replace files that stand there already.")
  private boolean force;

  ExtractCommand(Session session, GlobalOptions options) {
    this.session = session;
    this.options = options;
  }

  @Override
  public Integer call() {
    ExtractMembers.Command command =
        new ExtractMembers.Command(
            chosen.choice(), paths.stream().map(EscapedName::raw).toList(), directory, force);
    ExtractMembers extract = session.wiring(session.host()).get(ExtractMembers.class);
    return Watched.on(session, "Extract", session.out(), options.verbose)
        .run(
            observer -> {
              extract.run(command, observer);
              return session.printed();
            });
  }
}
