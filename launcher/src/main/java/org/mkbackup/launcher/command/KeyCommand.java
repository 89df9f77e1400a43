package org.mkbackup.launcher.command;

import org.mkbackup.application.key.CreateKey;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.key.Passphrase;
import org.mkbackup.launcher.console.PassphraseReader;
import org.mkbackup.launcher.wiring.Wiring;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mkbackup key …}. */
@Command(name = "key", description = "Manage the keys that seal backups.")
final class KeyCommand implements CommandLines.Command {
  @Spec private CommandSpec spec;

  static CommandLine commandLine(Session session) {
    return new CommandLine(new KeyCommand()).addSubcommand(new Create(session));
  }

  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(spec.commandLine(), "'key' needs a verb: create");
  }

  /** {@code mkbackup key create}. */
  @Command(name = "create", description = "Make a key pair.")
  static final class Create implements CommandLines.Command {
    private final Session session;

    @Option(names = "--alias", required = true, paramLabel = "A", description = "Its name.")
    private String alias = "";

    @Option(
        names = "--bits",
        paramLabel = "N",
        defaultValue = "4096",
        description = "Its size, 2048 to 16384 (default: ${DEFAULT-VALUE}).")
    private int bits;

    Create(Session session) {
      this.session = session;
    }

    @Override
    public Integer call() {
      Host host = session.host();
      Wiring wiring = session.wiring(host);
      String organization =
          host.ownSite()
              .map(site -> "Checkmk Site " + site.name())
              .orElse("Checkmk Appliance " + host.hostname());
      String owner = System.getProperty("user.name", "unknown");
      try (Passphrase passphrase = wiring.get(PassphraseReader.class).askTwice()) {
        Key key =
            wiring
                .get(CreateKey.class)
                .run(new CreateKey.Command(alias, organization, owner, bits), passphrase);
        session.out().println(key.id());
        session
            .err()
            .println(
                "Keep a copy of this key outside of the site: it is needed to restore, and is lost"
                    + " with the site.");
      }
      return CommandLines.EXIT_GOOD;
    }
  }
}
