package org.mkbackup.adapter.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command, with files in one directory. */
record Command(String name, Path directory) {

  Path write(String file, String text) throws IOException {
    return Files.writeString(directory.resolve(file), text);
  }

  Path write(String file, byte[] bytes) throws IOException {
    return Files.write(directory.resolve(file), bytes);
  }

  /** Runs it; the arguments are parted by single spaces. */
  byte[] run(String arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(name));
    command.addAll(List.of(arguments.split(" ", -1)));
    Path output = directory.resolve("output");
    Path errors = directory.resolve("errors");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile());
    Process process = builder.start();
    process.getOutputStream().close();
    assertEquals(0, process.waitFor(), () -> command + ": " + read(errors));
    return Files.readAllBytes(output);
  }

  String text(String arguments) throws IOException, InterruptedException {
    return new String(run(arguments), UTF_8);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
