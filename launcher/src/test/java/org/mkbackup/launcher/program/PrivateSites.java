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
    try {
      String all = text("private-site.sh") + "\nmake_version \"$1\"\n" + script;
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

  /** The line of a script that makes a file of a resource. */
  static String file(String resource, String path) {
    return "cat >"
        + path
        + " <<'END OF "
        + resource
        + "'\n"
        + text(resource)
        + "END OF "
        + resource
        + "\n";
  }

  private static String text(String resource) {
    try (InputStream found = PrivateSites.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(found).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
