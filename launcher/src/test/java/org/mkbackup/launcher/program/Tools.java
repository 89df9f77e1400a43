package org.mkbackup.launcher.program;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Programs of the system that read and write archives independently of this one. */
final class Tools {
  private Tools() {}

  /** Runs a program that has to succeed, and returns what it says. */
  static String run(Path temp, String... command) throws IOException, InterruptedException {
    Path out = Files.createTempFile(temp, "tool", ".txt");
    Path err = Files.createTempFile(temp, "tool", ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new AssertionError(List.of(command) + " failed: " + Files.readString(err));
    }
    return Files.readString(out, StandardCharsets.ISO_8859_1);
  }

  /** The names of an archive's members, as the streaming reader of stock Checkmk finds them. */
  static List<String> members(Path temp, Path archive) throws IOException, InterruptedException {
    String names =
        run(
            temp,
            "python3",
            "-c",
            "import sys, tarfile\n"
                + "for member in tarfile.open(sys.argv[1], 'r|*'): print(ascii(member.name))",
            archive.toString());
    return names.lines().map(name -> name.substring(1, name.length() - 1)).toList();
  }
}
