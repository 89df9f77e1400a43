package org.mkbackup.launcher.command;

import org.mkbackup.application.job.Catalogue;
import org.mkbackup.application.target.CheckTarget;
import org.mkbackup.application.target.RemoveTarget;
import org.mkbackup.application.target.TargetTypes;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.port.TargetType;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.target.Target;
import org.mkbackup.domain.target.TargetId;
import org.mkbackup.domain.target.TargetOption;
import org.mkbackup.launcher.console.ConsoleObserver;
import org.mkbackup.launcher.wiring.Wiring;

/** {@code mkbackup target …}. */
final class TargetCommand extends Verbs {
  TargetCommand(Session session) {
    super("target", "Manage the targets.");
    verb("list", () -> new List(session));
    verb("show", () -> new Show(session));
    verb("types", () -> new Types(session));
    verb("add", () -> new TargetAddCommand(session));
    verb("edit", () -> new TargetEditCommand(session));
    verb("remove", () -> new Remove(session));
    verb("check", () -> new Check(session));
  }

  /** {@code mkbackup target list}. */
  static final class List extends Command {
    private final Session session;

    List(Session session) {
      super("list", "List the targets.");
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
  static final class Show extends Command {
    private final Session session;

    private final Word<String> id = parameter("ID", "The target's id.");

    Show(Session session) {
      super("show", "Show a target, but no secrets.");
      this.session = session;
    }

    @Override
    public Integer call() {
      Wiring wiring = session.wiring(session.host());
      Target target = wiring.get(Catalogue.class).target(new TargetId(id.value()));
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
  static final class Types extends Command {
    private final Session session;

    Types(Session session) {
      super("types", "List the types of targets and their options.");
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
  static final class Remove extends Command {
    private final Session session;

    private final Word<String> id = parameter("ID", "The target's id.");

    Remove(Session session) {
      super("remove", "Remove a target that no job uses. Its backups stay.");
      this.session = session;
    }

    @Override
    public Integer call() {
      session.wiring(session.host()).get(RemoveTarget.class).run(new TargetId(id.value()));
      return CommandLines.EXIT_GOOD;
    }
  }

  /** {@code mkbackup target check}. */
  static final class Check extends Command {
    private final Session session;

    private final Word<String> id = parameter("ID", "The target's id.");

    Check(Session session) {
      super("check", "See whether a target is there and can be written to.");
      this.session = session;
    }

    @Override
    public Integer call() {
      RunLog log = new ConsoleObserver(session.err(), session.err(), false);
      session.wiring(session.host()).get(CheckTarget.class).run(new TargetId(id.value()), log);
      session.out().println("Target '" + id.value() + "' is ready");
      return session.printed();
    }
  }
}
