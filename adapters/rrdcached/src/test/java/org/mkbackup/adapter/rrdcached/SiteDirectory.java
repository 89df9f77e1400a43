package org.mkbackup.adapter.rrdcached;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;

/** An empty site with a path that is short enough for a socket. */
final class SiteDirectory implements AutoCloseable {
  private final Path directory;

  SiteDirectory() throws IOException {
    directory = Files.createTempDirectory(Path.of("/tmp"), "rrd").toRealPath();
  }

  SiteTree site(String name) {
    return new SiteTree(new SiteName(name), directory.resolve(name));
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
