package org.mkbackup.launcher.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProviderJarsTest {
  private static final String SERVICE = "META-INF/services/org.example.Service";

  @TempDir Path home;

  @Test
  void providersAreLookedForInTheOwnOnesAndPluginsOnly() throws IOException {
    Path own = home.resolve("lib/providers").resolve(SERVICE);
    Files.createDirectories(own.resolveSibling(""));
    Files.writeString(own, "");
    String classPath =
        List.of(jar("lib/mkbackup-x.jar"), jar("lib/library.jar"), jar("plugins/any name.jar"))
            .stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));

    assertEquals(List.of("providers", "any%20name.jar"), found(classPath));
  }

  @Test
  void aBrokenJarHidesNoOther() throws IOException {
    Path broken = Files.writeString(home.resolve("plugins-broken.jar"), "no jar");

    assertEquals(List.of("good.jar"), found(broken + File.pathSeparator + jar("plugins/good.jar")));
  }

  @Test
  void classesComeFromTheLoaderThatWasGiven() throws ClassNotFoundException {
    ClassLoader own = getClass().getClassLoader();

    assertSame(
        ProviderJars.class,
        ProviderJars.of(home.toString(), "", own).loadClass(ProviderJars.class.getName()));
  }

  private List<String> found(String classPath) throws IOException {
    ClassLoader jars = ProviderJars.of(home.toString(), classPath, getClass().getClassLoader());
    return Collections.list(jars.getResources(SERVICE)).stream()
        .map(ProviderJarsTest::jar)
        .toList();
  }

  private static String jar(URL resource) {
    String jar = resource.getPath().replaceFirst("!?/" + SERVICE, "");
    return jar.substring(jar.lastIndexOf('/') + 1);
  }

  private Path jar(String name) throws IOException {
    Path jar = home.resolve(name);
    Files.createDirectories(home.resolve(name).resolveSibling(""));
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry(SERVICE));
    }
    return jar;
  }
}
