package org.mkbackup.launcher.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Assertions;
import org.mkbackup.contract.PrivateRoot;

/** Scripts of root's on a machine of their own, with the program and a version of Checkmk. */
final class PrivateSites {
  private PrivateSites() {}

  /**
   * Runs a script that can use what {@code private-site.sh} has, and fails where it fails.
   *
   * @return what it wrote to standard output
   */
  static String run(String script) {
    try (InputStream functions = PrivateSites.class.getResourceAsStream("private-site.sh")) {
      String all =
          new String(Objects.requireNonNull(functions).readAllBytes(), StandardCharsets.UTF_8)
              + "\nmake_version \"$1\"\n"
              + script;
      PrivateRoot.Result result = PrivateRoot.sharing().runScript(all, Program.HOME.toString());
      Assertions.assertEquals(0, result.exitCode(), result::toString);
      return result.output();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
