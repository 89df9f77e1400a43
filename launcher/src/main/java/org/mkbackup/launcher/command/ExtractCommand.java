package org.mkbackup.launcher.command;

import java.nio.file.Path;
import java.util.List;
import org.mkbackup.application.inspect.ExtractMembers;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.text.EscapedName;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code mkbackup extract TARGET BACKUP-ID --to DIR PATH…}. */
final class ExtractCommand extends Command {
  private final Session session;
  private final GlobalOptions options;
  private final ChosenBackup chosen = new ChosenBackup(this);

  private final Word<List<String>> paths =
      parameters(
          PositionalParamSpec.builder()
              .arity("1..*")
              .paramLabel("PATH")
              .description("As 'mkbackup ls' shows it; a directory with all below it."));

  private final Word<Path> directory =
      option(
          OptionSpec.builder("--to")
              .required(true)
              .paramLabel("DIR")
              .description("Where to put it, under its whole path. Made if it isn't there."),
          Path.class);

  private final Flag force = flag("--force", "Replace files that stand there already.");

  ExtractCommand(Session session, GlobalOptions options) {
    super("extract", "Take single files and directories out of a backup.");
    this.session = session;
    this.options = options;
  }

  @Override
  public Integer call() {
    if (directory.value().toString().isEmpty()) {
      throw new UsageException("--to is empty", "Name the directory to extract into");
    }
    ExtractMembers.Command command =
        new ExtractMembers.Command(
            chosen.choice(),
            paths.value().stream().map(EscapedName::raw).toList(),
            directory.value(),
            force.given());
    ExtractMembers extract = session.wiring(session.host()).get(ExtractMembers.class);
    return Watched.on(session, "Extract", session.out(), options.verbose())
        .run(
            observer -> {
              extract.run(command, observer);
              return session.printed();
            });
  }
}
