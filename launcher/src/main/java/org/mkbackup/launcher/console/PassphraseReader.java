package org.mkbackup.launcher.console;

import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.mkbackup.domain.failure.KeyException;
import org.mkbackup.domain.host.SecretVariables;
import org.mkbackup.domain.key.Passphrase;

/** Takes passphrases from {@code MKBACKUP_PASSPHRASE} or from the terminal. */
public final class PassphraseReader {
  private static final String VARIABLE = SecretVariables.PASSPHRASE;

  private final Map<String, String> environment;
  private final Optional<Console> console;

  public PassphraseReader(Map<String, String> environment, Optional<Console> console) {
    this.environment = environment;
    this.console = console;
  }

  /** The passphrase of a key that is there; empty if it is neither set nor can be asked for. */
  public Optional<Passphrase> ask(String keyName) {
    return fromEnvironment().or(() -> typed("Passphrase of key " + keyName + ": "));
  }

  /** The passphrase of a new key, typed twice. */
  public Passphrase askTwice() {
    return fromEnvironment()
        .or(this::typedTwice)
        .orElseThrow(
            () ->
                new KeyException(
                    "The passphrase of the new key is missing",
                    "Set " + VARIABLE + ", or run this on a terminal"));
  }

  private Optional<Passphrase> fromEnvironment() {
    return Optional.ofNullable(environment.get(VARIABLE))
        .filter(text -> !text.isEmpty())
        .map(text -> Passphrase.of(text.toCharArray()));
  }

  private Optional<Passphrase> typedTwice() {
    Optional<Passphrase> first = typed("Passphrase of the new key: ");
    if (first.isEmpty()) {
      return first;
    }
    try (Passphrase second =
        typed("The same once more: ").orElseGet(() -> Passphrase.of(new char[0]))) {
      char[] one = first.get().reveal();
      char[] other = second.reveal();
      boolean same = Arrays.equals(one, other);
      Arrays.fill(one, '\0');
      Arrays.fill(other, '\0');
      if (!same) {
        first.get().close();
        throw new KeyException("The two passphrases differ", "Try again");
      }
    }
    return first;
  }

  private Optional<Passphrase> typed(String question) {
    return console
        .flatMap(terminal -> typed(terminal, question))
        .map(
            secret -> {
              Passphrase passphrase = Passphrase.of(secret);
              Arrays.fill(secret, '\0');
              return passphrase;
            });
  }

  /* Should a signal come, Java itself has the terminal show again what is typed. */
  private static Optional<char[]> typed(Console terminal, String question) {
    try {
      return Interruptible.call(() -> Optional.ofNullable(terminal.readPassword("%s", question)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
