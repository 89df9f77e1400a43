package org.mkbackup.architecture;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A line of a file that {@link java.util.ServiceLoader} reads.
 *
 * @param place the directory or jar that has the file
 */
record Registration(Path place, String service, String provider) {

  /** The lines of all files for services of some packages. */
  static List<Registration> in(List<Path> classpath, String packages) throws IOException {
    List<Registration> found = new ArrayList<>();
    for (Path place : classpath) {
      if (Files.isDirectory(place)) {
        found.addAll(read(place, place, packages));
      } else if (Files.exists(place)) {
        try (FileSystem jar = FileSystems.newFileSystem(place)) {
          found.addAll(read(place, jar.getPath("/"), packages));
        }
      }
    }
    return found;
  }

  private static List<Registration> read(Path place, Path root, String packages)
      throws IOException {
    Path directory = root.resolve("META-INF/services");
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    List<Registration> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        String service = file.getFileName().toString();
        if (service.startsWith(packages + ".")) {
          Files.readAllLines(file).stream()
              .map(line -> line.replaceFirst("#.*", "").strip())
              .filter(line -> !line.isEmpty())
              .forEach(line -> found.add(new Registration(place, service, line)));
        }
      }
    }
    return found;
  }

  /** What keeps the service loader from using it, if anything does. */
  Optional<String> fault() {
    try {
      Class<?> type = Class.forName(provider, false, Registration.class.getClassLoader());
      if (!Class.forName(service).isAssignableFrom(type)) {
        return Optional.of(this + ": the provider doesn't provide the service");
      }
      if (!Modifier.isPublic(type.getModifiers()) || Modifier.isAbstract(type.getModifiers())) {
        return Optional.of(this + ": the provider is not public, or abstract");
      }
      boolean canBeMade =
          Arrays.stream(type.getConstructors()).anyMatch(each -> each.getParameterCount() == 0);
      return canBeMade
          ? Optional.empty()
          : Optional.of(this + ": no public constructor without parameters");
    } catch (ClassNotFoundException e) {
      return Optional.of(this + ": there is no class " + e.getMessage());
    }
  }
}
