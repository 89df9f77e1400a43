package org.mkbackup.domain.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of any name are made, found and opened, in whatever locale the program runs. */
class RawNameOnDiskTest {
  @TempDir private Path directory;

  private static Set<String> names() {
    Set<String> names = new TreeSet<>(Set.of("a b", "\n", "-rf", "%41", "\u00c3\u00a4", "\u00e4"));
    for (char c = 1; c < 256; c++) {
      if (c != '/') {
        names.add("x" + c + "y");
      }
    }
    for (char c = 128; c < 256; c++) {
      names.add(String.valueOf(c));
    }
    names.add("\u00ff".repeat(255));
    return names;
  }

  /** Makes a file for every name, in which the name stands, and finds it again. */
  static void makeAndFind(Path directory) throws IOException {
    for (String name : names()) {
      Files.write(RawName.resolve(directory, name), RawName.bytes(name));
    }
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        String name = RawName.nameOf(file);
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        if (!name.equals(content) || !file.equals(RawName.resolve(directory, name))) {
          throw new IllegalStateException("a name was changed: " + name + ", " + content);
        }
        found.add(name);
      }
    }
    if (!found.equals(names())) {
      throw new IllegalStateException("names are missing");
    }
  }

  private void assertTheSystemSeesTheSameBytes() throws IOException {
    Process find =
        new ProcessBuilder("find", directory.toString(), "-type", "f", "-printf", "%f\\0").start();
    byte[] output = find.getInputStream().readAllBytes();
    assertEquals(
        names(),
        Stream.of(new String(output, StandardCharsets.ISO_8859_1).split("\0"))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void anyBytesAreANameInTheLocaleOfTheTests() throws IOException {
    makeAndFind(directory);
    assertTheSystemSeesTheSameBytes();
  }

  @ParameterizedTest
  @ValueSource(strings = {"C", "POSIX", "C.UTF-8", "no_SUCH.LOCALE"})
  void anyBytesAreANameInTheLocale(String locale)
      throws IOException, InterruptedException, URISyntaxException {
    ProcessBuilder java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                placeOf(RawName.class) + ":" + placeOf(RawNameOnDiskTest.class),
                InAnotherLocale.class.getName(),
                directory.toString())
            .inheritIO();
    java.environment().put("LC_ALL", locale);
    assertEquals(0, java.start().waitFor());
    assertTheSystemSeesTheSameBytes();
  }

  private static Path placeOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** The same in a process of its own. */
  static final class InAnotherLocale {
    private InAnotherLocale() {}

    public static void main(String[] directory) throws IOException {
      makeAndFind(Path.of(directory[0]));
    }
  }
}
