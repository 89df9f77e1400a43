package org.mkbackup.launcher.command;

import java.util.Optional;
import org.mkbackup.application.mount.AddMount;
import org.mkbackup.application.mount.Mounts;
import org.mkbackup.application.mount.RemoveMount;
import org.mkbackup.domain.mount.Mount;
import org.mkbackup.domain.mount.MountId;
import org.mkbackup.domain.mount.MountType;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.launcher.console.ConsoleObserver;
import org.mkbackup.launcher.wiring.Wiring;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mkbackup mount …}. */
@Command(name = "mount", description = "Manage the network file systems that hold backups.")
final class MountCommand extends Verbs {
  private MountCommand() {}

  static CommandLine commandLine(Session session, GlobalOptions options) {
    return new CommandLine(new MountCommand())
        .addSubcommand(new All(session))
        .addSubcommand(new Add(session))
        .addSubcommand(
            "remove",
            One.verb(
                session,
                options,
                "Remove it from the configuration.",
                (wiring, id, log) -> wiring.get(RemoveMount.class).run(id)))
        .addSubcommand(
            "up",
            One.verb(
                session,
                options,
                "Mount it, to stay.",
                (wiring, id, log) -> wiring.get(Mounts.class).up(id, log)))
        .addSubcommand(
            "down",
            One.verb(
                session,
                options,
                "Unmount it.",
                (wiring, id, log) -> wiring.get(Mounts.class).down(id, log)))
        .addSubcommand(
            "check",
            One.verb(
                session,
                options,
                "See whether it is up and its server answers.",
                (wiring, id, log) -> wiring.get(Mounts.class).check(id)));
  }

  /** {@code mkbackup mount list}. */
  @Command(name = "list", description = "List the configured mounts.")
  static final class All implements CommandLines.Command {
    private final Session session;

    All(Session session) {
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
  @Command(name = "add", description = "Configure a network file system.")
  static final class Add implements CommandLines.Command {
    private final Session session;

    @Parameters(paramLabel = "ID", description = "Its id; it appears at /mnt/auto/ID.")
    private String id = "";

    @Option(
        names = "--type",
        required = true,
        paramLabel = "T",
        description = "nfs, cifs or sshfs.")
    private String type = "";

    @Option(
        names = "--source",
        required = true,
        paramLabel = "S",
        description =
            "Where it is: SERVER:/PATH for nfs, //SERVER/SHARE for cifs, [USER@]SERVER:[PATH] for"
                + " sshfs.")
    private String source = "";

    @Option(
        names = "--options",
        paramLabel = "O",
        description = "Options as for mount(8), with commas between them: ro,vers=4.2")
    private String options = "";

    @Option(
        names = "--user",
        paramLabel = "NAME",
        description = "Who logs on to a server of type cifs; the password is asked for.")
    private Optional<String> user = Optional.empty();

    Add(Session session) {
      this.session = session;
    }

    @Override
    public Integer call() {
      Mount mount = Mount.of(new MountId(id), MountType.of(type), source, options);
      session.wiring(session.host()).get(AddMount.class).run(mount, user);
      return CommandLines.EXIT_GOOD;
    }
  }

  /** What is done with one mount. */
  @Command
  static final class One implements CommandLines.Command {

    /** What a verb does. */
    interface Verb {
      void run(Wiring wiring, MountId id, RunLog log);
    }

    private final Session session;
    private final GlobalOptions options;
    private final Verb verb;

    @Parameters(paramLabel = "ID", description = "The mount's id.")
    private String id = "";

    private One(Session session, GlobalOptions options, Verb verb) {
      this.session = session;
      this.options = options;
      this.verb = verb;
    }

    static CommandLine verb(Session session, GlobalOptions options, String description, Verb verb) {
      CommandLine line = new CommandLine(new One(session, options, verb));
      line.getCommandSpec().usageMessage().description(description);
      return line;
    }

    @Override
    public Integer call() {
      RunLog log = new ConsoleObserver(session.out(), session.err(), options.verbose);
      verb.run(session.wiring(session.host()), new MountId(id), log);
      return CommandLines.EXIT_GOOD;
    }
  }
}
