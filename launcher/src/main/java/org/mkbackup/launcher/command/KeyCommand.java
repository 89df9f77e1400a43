package org.mkbackup.launcher.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mkbackup.application.key.CreateKey;
import org.mkbackup.application.key.ExportKey;
import org.mkbackup.application.key.ImportKey;
import org.mkbackup.application.key.Keys;
import org.mkbackup.application.key.RemoveKey;
import org.mkbackup.application.site.SiteFiles;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.key.Passphrase;
import org.mkbackup.launcher.console.KeyCopy;
import org.mkbackup.launcher.console.PassphraseReader;
import org.mkbackup.launcher.wiring.Wiring;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mkbackup key …}. */
@Command(name = "key", description = "Manage the keys that seal backups.")
final class KeyCommand extends Verbs {
  private KeyCommand() {}

  static CommandLine commandLine(Session session) {
    return new CommandLine(new KeyCommand())
        .addSubcommand(new List(session))
        .addSubcommand(new Create(session))
        .addSubcommand(new Import(session))
        .addSubcommand(new Export(session))
        .addSubcommand(new Remove(session));
  }

  private static String owner() {
    return System.getProperty("user.name", "unknown");
  }

  /** {@code mkbackup key list}. */
  @Command(name = "list", description = "List the keys.")
  static final class List implements CommandLines.Command {
    private final Session session;

    List(Session session) {
      this.session = session;
    }

    @Override
    public Integer call() {
      Table table = new Table("ID", "ALIAS", "OWNER", "CREATED", "EXPORTED");
      for (Key key : session.wiring(session.host()).get(Keys.class).all()) {
        table.row(
            key.id().value(),
            key.alias(),
            key.owner(),
            Times.of(key.created()),
            key.downloaded() ? "yes" : "no");
      }
      table.print(session.out());
      return session.printed();
    }
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
      String place = host.ownSite().isPresent() ? "site" : "appliance";
      CreateKey.Command command = new CreateKey.Command(alias, organization, owner(), bits);
      try (Passphrase passphrase = wiring.get(PassphraseReader.class).askTwice()) {
        Key key = wiring.get(CreateKey.class).run(command, passphrase);
        session.out().println(key.id());
        session
            .err()
            .println(
                "Keep a copy of this key outside of the "
                    + place
                    + ", with 'mkbackup key export': it is needed to restore, and is lost with the "
                    + place
                    + ".");
      }
      return session.printed();
    }
  }

  /** {@code mkbackup key import}. */
  @Command(name = "import", description = "Store a key that was exported.")
  static final class Import implements CommandLines.Command {
    private final Session session;

    @Parameters(paramLabel = "FILE", description = "What 'key export' or Checkmk wrote.")
    private String file = "";

    @Option(
        names = "--alias",
        paramLabel = "A",
        description = "Its name here (default: that of the file).")
    private @Nullable String alias;

    Import(Session session) {
      this.session = session;
    }

    @Override
    public Integer call() {
      KeyCopy copy = new KeyCopy(file);
      Wiring wiring = session.wiring(session.host());
      String name = Optional.ofNullable(alias).orElseGet(copy::name);
      ImportKey importKey = wiring.get(ImportKey.class);
      Key key = importKey.run(new ImportKey.Command(name, owner(), copy.read()));
      session.out().println(key.id());
      return session.printed();
    }
  }

  /** {@code mkbackup key export}. */
  @Command(name = "export", description = "Write a copy of a key to a new file.")
  static final class Export implements CommandLines.Command {
    private final Session session;

    @Parameters(index = "0", paramLabel = "KEY", description = "The key's id or alias.")
    private String key = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "A file that isn't there yet.")
    private String file = "";

    Export(Session session) {
      this.session = session;
    }

    @Override
    public Integer call() {
      Host host = session.host();
      KeyCopy copy = new KeyCopy(file);
      session.wiring(host).get(ExportKey.class).run(key, copy::write);
      host.ownSite()
          .filter(site -> SiteFiles.isInside(copy.path(), site))
          .ifPresent(
              site ->
                  session
                      .err()
                      .println(
                          "WARNING: The copy lies in the very site that it is for. Take it"
                              + " elsewhere, it is lost with the site."));
      return CommandLines.EXIT_GOOD;
    }
  }

  /** {@code mkbackup key remove}. */
  @Command(name = "remove", description = "Remove a key that no job uses.")
  static final class Remove implements CommandLines.Command {
    private final Session session;

    @Parameters(paramLabel = "KEY", description = "The key's id or alias.")
    private String key = "";

    @Option(
        names = "--force",
        description = "Even if it was never exported: what it sealed is lost.")
    private boolean force;

    Remove(Session session) {
      this.session = session;
    }

    @Override
    public Integer call() {
      session.wiring(session.host()).get(RemoveKey.class).run(new RemoveKey.Command(key, force));
      return CommandLines.EXIT_GOOD;
    }
  }
}
