package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Packs a site and unpacks it again, in a Java of its own. */
final class PackAndUnpack {
  private PackAndUnpack() {}

  /** Takes the site's home, the archive to make, and the directory to make of it. */
  public static void main(String[] arguments) throws IOException {
    Path archive = Path.of(arguments[1]);
    try (OutputStream sink = Files.newOutputStream(archive)) {
      Archives.pack(Path.of(arguments[0]), Archives.GZIP, sink);
    }
    try (InputStream source = Files.newInputStream(archive)) {
      Archives.unpack(source, Path.of(arguments[2]));
    }
  }

  /**
   * Does so in a new process.
   *
   * @param before put before the command: {@code env LC_ALL=C}
   */
  static void inAnotherJava(List<String> before, String heap, Path home, Path archive, Path to) {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heap, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(PackAndUnpack.class.getName());
    for (Path path : List.of(home, archive, to)) {
      command.add(path.toString());
    }
    Program.run(Program.NOTHING, command);
  }
}
