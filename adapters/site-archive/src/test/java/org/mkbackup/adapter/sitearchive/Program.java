package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Other programs, which must succeed. */
final class Program {
  static final Path NOTHING = Path.of("/dev/null");

  private Program() {}

  /** What a command writes to its standard output. */
  static byte[] run(Path input, List<String> command) {
    try {
      Path errors = Files.createTempFile("program", ".err");
      try {
        ProcessBuilder builder =
            new ProcessBuilder(command)
                .redirectInput(input.toFile())
                .redirectError(errors.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        byte[] output = process.getInputStream().readAllBytes();
        assertEquals(0, process.waitFor(), command + ": " + Files.readString(errors));
        return output;
      } finally {
        Files.delete(errors);
      }
    } catch (IOException e) {
      throw new AssertionError(command + " can't be run", e);
    } catch (InterruptedException e) {
      throw new AssertionError(command + " was interrupted", e);
    }
  }

  /** Runs a command that reads nothing. */
  static byte[] run(String... command) {
    return run(NOTHING, List.of(command));
  }

  /** What a Python script that lies beside the tests writes. */
  static byte[] python(Path input, String script, Object... arguments) {
    List<String> command = new ArrayList<>(List.of("python3", "-B", place(script)));
    List.of(arguments).forEach(argument -> command.add(argument.toString()));
    return run(input, command);
  }

  /** The facts of the files of a site below a directory, one a line. */
  static String facts(Path sites, String site) {
    return text(python(NOTHING, "facts.py", sites, site));
  }

  /** The facts of the members of an archive as Python reads them from a stream. */
  static String archiveFacts(Path archive) {
    return text(python(archive, "archive_facts.py"));
  }

  /** Makes a site with all that a tar archive can say of files. */
  static void richSite(Path home) {
    python(NOTHING, "rich_site.py", home);
  }

  /** An archive of a site as Checkmk's own tool writes it. */
  static byte[] stockArchive(Path sites, String site, String compression) {
    return python(NOTHING, "stock.py", sites, site, compression);
  }

  static String text(byte[] output) {
    return new String(output, StandardCharsets.US_ASCII);
  }

  private static String place(String script) {
    URL url = Objects.requireNonNull(Program.class.getResource(script), script);
    try {
      return Path.of(url.toURI()).toString();
    } catch (URISyntaxException e) {
      throw new AssertionError(script, e);
    }
  }
}
