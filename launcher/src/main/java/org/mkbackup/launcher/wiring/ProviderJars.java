package org.mkbackup.launcher.wiring;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;

/**
 * Where providers are looked for: in what the build put together of those of this program, and in
 * plugins, but not in each of the jars. To open those takes longer than a short command.
 */
final class ProviderJars extends URLClassLoader {
  private static final String OWN = "providers/";

  private ProviderJars(List<URL> jars, ClassLoader classes) {
    super(jars.toArray(URL[]::new), classes);
  }

  /**
   * Those on the class path of an installed program; all that a loader finds where it isn't one.
   *
   * @param classes gives the classes
   */
  static ClassLoader of(ClassLoader classes) {
    String home = System.getProperty("mkbackup.home", "");
    return home.isEmpty() ? classes : of(home, System.getProperty("java.class.path", ""), classes);
  }

  static ClassLoader of(String home, String classPath, ClassLoader classes) {
    Path libraries = Path.of(home, "lib");
    List<URL> jars = new ArrayList<>();
    jars.add(url(libraries.resolve(OWN)));
    for (String entry : classPath.split(File.pathSeparator, 0)) {
      Path jar = Path.of(entry);
      if (!libraries.equals(jar.getParent())) {
        jars.add(url(jar));
      }
    }
    return new ProviderJars(jars, classes);
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  /* Those of the other loader are of all jars; classes do come from there. */
  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return findResources(name);
  }
}
