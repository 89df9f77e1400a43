package org.mkbackup.launcher.command;

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
import picocli.CommandLine.Model.OptionSpec;

/** {@code mkbackup key …}. */
final class KeyCommand extends Verbs {
  KeyCommand(Session session) {
    super("key", "Manage the keys that seal backups.");
    verb("list", () -> new List(session));
    verb("create", () -> new Create(session));
    verb("import", () -> new Import(session));
    verb("export", () -> new Export(session));
    verb("remove", () -> new Remove(session));
  }

  private static String owner() {
    return System.getProperty("user.name", "unknown");
  }

  /** {@code mkbackup key list}. */
  static final class List extends Command {
    private final Session session;

    List(Session session) {
      super("list", "List the keys.");
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
  static final class Create extends Command {
    private final Session session;

    private final Word<String> alias = required("--alias", "A", "Its name.");

    private final Word<Integer> bits =
        option(
            OptionSpec.builder("--bits")
                .paramLabel("N")
                .defaultValue("4096")
                .description("Its size, 2048 to 16384 (default: ${DEFAULT-VALUE})."),
            Integer.class);

    Create(Session session) {
      super("create", "Make a key pair.");
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
      CreateKey.Command command =
          new CreateKey.Command(alias.value(), organization, owner(), bits.value());
      // Nobody types a passphrase for a key that can't be made.
      wiring.get(CreateKey.class).requireFree(alias.value());
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
  static final class Import extends Command {
    private final Session session;

    private final Word<String> file = parameter("FILE", "What 'key export' or Checkmk wrote.");

    private final Word<String> alias =
        option("--alias", "A", "Its name here (default: that of the file).");

    Import(Session session) {
      super("import", "Store a key that was exported.");
      this.session = session;
    }

    @Override
    public Integer call() {
      KeyCopy copy = new KeyCopy(file.value());
      Wiring wiring = session.wiring(session.host());
      String name = alias.told().orElseGet(copy::name);
      ImportKey importKey = wiring.get(ImportKey.class);
      Key key = importKey.run(new ImportKey.Command(name, owner(), copy.read()));
      session.out().println(key.id());
      return session.printed();
    }
  }

  /** {@code mkbackup key export}. */
  static final class Export extends Command {
    private final Session session;

    private final Word<String> key = parameter("KEY", "The key's id or alias.");

    private final Word<String> file = parameter("FILE", "A file that isn't there yet.");

    Export(Session session) {
      super("export", "Write a copy of a key to a new file.");
      this.session = session;
    }

    @Override
    public Integer call() {
      Host host = session.host();
      KeyCopy copy = new KeyCopy(file.value());
      session.wiring(host).get(ExportKey.class).run(key.value(), copy::write);
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
  static final class Remove extends Command {
    private final Session session;

    private final Word<String> key = parameter("KEY", "The key's id or alias.");

    private final Flag force =
        flag("--force", "Even if it was never exported: what it sealed is lost.");

    Remove(Session session) {
      super("remove", "Remove a key that no job uses.");
      this.session = session;
    }

    @Override
    public Integer call() {
      session
          .wiring(session.host())
          .get(RemoveKey.class)
          .run(new RemoveKey.Command(key.value(), force.given()));
      return CommandLines.EXIT_GOOD;
    }
  }
}
