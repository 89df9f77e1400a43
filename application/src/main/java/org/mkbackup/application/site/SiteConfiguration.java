package org.mkbackup.application.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mkbackup.domain.failure.SiteException;

/** A site's {@code etc/omd/site.conf}: lines {@code CONFIG_X='v'}, sorted, mode 0644. */
final class SiteConfiguration {
  private static final Pattern PORT =
      Pattern.compile("CONFIG_APACHE_TCP_PORT=['\"]?(\\d{1,5})['\"]?\\s*");
  private static final long MOST_BYTES = 1 << 20;

  private final Path file;

  private SiteConfiguration(Path file) {
    this.file = file;
  }

  static SiteConfiguration at(Path home) {
    return new SiteConfiguration(home.resolve("etc/omd/site.conf"));
  }

  /** The site's own port; empty if there is no such file, or no port in it. */
  Optional<String> apachePort() {
    return lines().stream()
        .map(PORT::matcher)
        .filter(Matcher::matches)
        .map(line -> line.group(1))
        .findFirst();
  }

  /** Sets the port, where the file is there and has another, and replaces the file atomically. */
  void keepApachePort(String port) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        || apachePort().equals(Optional.of(port))) {
      return;
    }
    TreeSet<String> lines = new TreeSet<>(lines());
    lines.removeIf(line -> line.startsWith("CONFIG_APACHE_TCP_PORT="));
    lines.add("CONFIG_APACHE_TCP_PORT='" + port + "'");
    Path fresh = file.resolveSibling(".site.conf.mkbackup");
    try {
      Files.deleteIfExists(fresh);
      Files.write(fresh, lines, StandardCharsets.ISO_8859_1, StandardOpenOption.CREATE_NEW);
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-r--r--"));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new SiteException(
          "Can't write " + file + ": " + e.getMessage(), "Check the room on its file system", e);
    }
  }

  private Set<String> lines() {
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MOST_BYTES) {
        return new TreeSet<>();
      }
      TreeSet<String> lines = new TreeSet<>(Files.readAllLines(file, StandardCharsets.ISO_8859_1));
      lines.removeIf(String::isBlank);
      return lines;
    } catch (IOException e) {
      throw new SiteException("Can't read " + file + ": " + e.getMessage(), "", e);
    }
  }
}
