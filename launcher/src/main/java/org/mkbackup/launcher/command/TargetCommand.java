package org.mkbackup.launcher.command;

import org.mkbackup.application.job.Catalogue;
import org.mkbackup.application.job.Targets;
import org.mkbackup.application.target.RemoveTarget;
import org.mkbackup.application.target.TargetTypes;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.port.TargetType;
import org.mkbackup.domain.target.Target;
import org.mkbackup.domain.target.TargetId;
import org.mkbackup.domain.target.TargetOption;
import org.mkbackup.launcher.wiring.Wiring;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mkbackup target …}. */
@Command(name = "target", description = "Manage the targets.")
final class TargetCommand extends Verbs {
  private TargetCommand() {}

  static CommandLine commandLine(Session session) {
    TypeOptions types = new TypeOptions(Wiring.targetTypes());
    return new CommandLine(new TargetCommand())
        .addSubcommand(new List(session))
        .addSubcommand(new Show(session))
        .addSubcommand(new Types(session))
        .addSubcommand(TargetAddCommand.commandLine(session, types))
        .addSubcommand(TargetEditCommand.commandLine(session, types))
        .addSubcommand(new Remove(session))
        .addSubcommand(new Check(session));
  }

  /** {@code mkbackup target list}. */
  @Command(name = "list", description = "List the targets.")
  static final class List implements CommandLines.Command {
    private final Session session;

    List(Session session) {
      this.session = session;
    }

    @Override
    public Integer call() {
      Catalogue catalogue = session.wiring(session.host()).get(Catalogue.class);
      Table table = new Table("ID", "TYPE", "TITLE");
      for (Target target : catalogue.targets()) {
        table.row(target.id().value(), target.type(), target.title());
      }
      table.print(session.out());
      session.warn(catalogue.faultsOfTargets());
      return session.printed();
    }
  }

  /** {@code mkbackup target show}. */
  @Command(name = "show", description = "Show a target, but no secrets.")
  static final class Show implements CommandLines.Command {
    private final Session session;

    @Parameters(paramLabel = "ID", description = "The target's id.")
    private String id = "";

    Show(Session session) {
      this.session = session;
    }

    @Override
    public Integer call() {
      Wiring wiring = session.wiring(session.host());
      Target target = wiring.get(Catalogue.class).target(new TargetId(id));
      Details details = new Details(session.out());
      details.row("Target", target.id().value());
      details.row("Title", target.title());
      details.row("Type", target.type());
      Literal.Dict parameters = target.parameters().dict();
      for (TargetOption option : wiring.get(TargetTypes.class).of(target).options()) {
        option.shownIn(parameters).ifPresent(value -> details.row("--" + option.name(), value));
      }
      return session.printed();
    }
  }

  /** {@code mkbackup target types}. */
  @Command(name = "types", description = "List the types of targets and their options.")
  static final class Types implements CommandLines.Command {
    private final Session session;

    Types(Session session) {
      this.session = session;
    }

    @Override
    public Integer call() {
      Table table = new Table("TYPE", "OPTION", "", "SAYS");
      for (TargetType type : session.wiring(session.host()).get(TargetTypes.class).all()) {
        table.row(type.id(), "", "", "");
        for (TargetOption option : type.options()) {
          table.row(
              "", TypeOptions.synopsis(option), option.required() ? "required" : "", option.help());
        }
      }
      table.print(session.out());
      return session.printed();
    }
  }

  /** {@code mkbackup target remove}. */
  @Command(name = "remove", description = "Remove a target that no job uses. Its backups stay.")
  static final class Remove implements CommandLines.Command {
    private final Session session;

    @Parameters(paramLabel = "ID", description = "The target's id.")
    private String id = "";

    Remove(Session session) {
      this.session = session;
    }

    @Override
    public Integer call() {
      session.wiring(session.host()).get(RemoveTarget.class).run(new TargetId(id));
      return CommandLines.EXIT_GOOD;
    }
  }

  /** {@code mkbackup target check}. */
  @Command(name = "check", description = "See whether a target is there and can be written to.")
  static final class Check implements CommandLines.Command {
    private final Session session;

    @Parameters(paramLabel = "ID", description = "The target's id.")
    private String id = "";

    Check(Session session) {
      this.session = session;
    }

    @Override
    public Integer call() {
      Targets targets = session.wiring(session.host()).get(Targets.class);
      targets.open(targets.find(new TargetId(id))).checkReady();
      session.out().println("Target '" + id + "' is ready");
      return session.printed();
    }
  }
}
