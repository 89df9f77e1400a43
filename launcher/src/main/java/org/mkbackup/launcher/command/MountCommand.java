package org.mkbackup.launcher.command;

import org.mkbackup.application.mount.AddMount;
import org.mkbackup.application.mount.Mounts;
import org.mkbackup.application.mount.RemoveMount;
import org.mkbackup.domain.mount.Mount;
import org.mkbackup.domain.mount.MountId;
import org.mkbackup.domain.mount.MountType;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.launcher.console.ConsoleObserver;
import org.mkbackup.launcher.wiring.Wiring;

/** {@code mkbackup mount …}. */
final class MountCommand extends Verbs {
  MountCommand(Session session, GlobalOptions options) {
    super("mount", "Manage the network file systems that hold backups.");
    verb("list", () -> new All(session));
    verb("add", () -> new Add(session));
    verb(
        "remove",
        () ->
            new One(
                session,
                options,
                "remove",
                "Remove it from the configuration.",
                (wiring, id, log) -> wiring.get(RemoveMount.class).run(id)));
    verb(
        "up",
        () ->
            new One(
                session,
                options,
                "up",
                "Mount it, to stay.",
                (wiring, id, log) -> wiring.get(Mounts.class).up(id, log)));
    verb(
        "down",
        () ->
            new One(
                session,
                options,
                "down",
                "Unmount it.",
                (wiring, id, log) -> wiring.get(Mounts.class).down(id, log)));
    verb(
        "check",
        () ->
            new One(
                session,
                options,
                "check",
                "See whether it is up and its server answers.",
                (wiring, id, log) -> wiring.get(Mounts.class).check(id)));
  }

  /** {@code mkbackup mount list}. */
  static final class All extends Command {
    private final Session session;

    All(Session session) {
      super("list", "List the configured mounts.");
      this.session = session;
    }

    @Override
    public Integer call() {
      Mounts mounts = session.wiring(session.host()).get(Mounts.class);
      Table table = new Table("ID", "TYPE", "STATE", "SOURCE");
      for (Mounts.Listed each : mounts.all()) {
        Mount mount = each.mount();
        table.row(
            mount.id().value(), mount.type().word(), each.isUp() ? "up" : "down", mount.source());
      }
      table.print(session.out());
      session.warn(mounts.faults());
      return session.printed();
    }
  }

  /** {@code mkbackup mount add}. */
  static final class Add extends Command {
    private final Session session;

    private final Word<String> type = required("--type", "T", "nfs, cifs or sshfs.");

    private final Word<String> source =
        required(
            "--source",
            "S",
            "Where it is: SERVER:/PATH for nfs, //SERVER/SHARE for cifs, [USER@]SERVER:[PATH] for"
                + " sshfs.");

    private final Word<String> options =
        option("--options", "O", "Options as for mount(8), with commas between them: ro,vers=4.2");

    private final Word<String> user =
        option(
            "--user", "NAME", "Who logs on to a server of type cifs; the password is asked for.");

    private final Word<String> id = parameter("ID", "Its id; it appears at /mnt/auto/ID.");

    Add(Session session) {
      super("add", "Configure a network file system.");
      this.session = session;
    }

    @Override
    public Integer call() {
      Mount mount =
          Mount.of(
              new MountId(id.value()),
              MountType.of(type.value()),
              source.value(),
              options.told().orElse(""));
      session.wiring(session.host()).get(AddMount.class).run(mount, user.told());
      return CommandLines.EXIT_GOOD;
    }
  }

  /** What is done with one mount. */
  static final class One extends Command {

    /** What a verb does. */
    interface Verb {
      void run(Wiring wiring, MountId id, RunLog log);
    }

    private final Session session;
    private final GlobalOptions options;
    private final Verb verb;

    private final Word<String> id = parameter("ID", "The mount's id.");

    One(Session session, GlobalOptions options, String name, String description, Verb verb) {
      super(name, description);
      this.session = session;
      this.options = options;
      this.verb = verb;
    }

    @Override
    public Integer call() {
      RunLog log = new ConsoleObserver(session.out(), session.err(), options.verbose());
      verb.run(session.wiring(session.host()), new MountId(id.value()), log);
      return CommandLines.EXIT_GOOD;
    }
  }
}
