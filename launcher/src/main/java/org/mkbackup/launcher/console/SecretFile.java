package org.mkbackup.launcher.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.mkbackup.domain.failure.OneLine;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.failure.UsageException;

/** A secret in a file: all see what stands on a command line. */
public final class SecretFile {
  private static final int MOST_BYTES = 1 << 16;

  private SecretFile() {}

  /**
   * The secret: the first line of a file, in UTF-8, without its end.
   *
   * @param option that names the file
   * @param file also {@code /dev/stdin}
   */
  public static String read(String option, String file) {
    try (InputStream stream = Files.newInputStream(Path.of(file))) {
      String text = new String(stream.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
      return text.lines()
          .findFirst()
          .filter(line -> !line.isEmpty())
          .orElseThrow(
              () -> wrong(option, file, "its first line is empty", new IOException("empty")));
    } catch (IOException e) {
      throw wrong(option, file, SystemReason.of(e), e);
    } catch (InvalidPathException e) {
      throw wrong(option, file, "it is not the name of a file", e);
    }
  }

  private static UsageException wrong(String option, String file, String why, Exception cause) {
    return new UsageException(
        "--" + option + ": the secret can't be read from '" + OneLine.of(file) + "': " + why,
        "Write it to the first line of a file, and name that",
        cause);
  }
}
