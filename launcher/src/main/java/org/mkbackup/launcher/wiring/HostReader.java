package org.mkbackup.launcher.wiring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;

/** Reads from the environment where the program finds itself. */
public final class HostReader {
  private static final Path HOSTNAME = Path.of("/proc/sys/kernel/hostname");

  private HostReader() {}

  /**
   * The host.
   *
   * @param environment of the process
   * @param isRoot whether the process has root's rights, which chooses the context
   */
  public static Host read(Map<String, String> environment, boolean isRoot) {
    Path root = absolute(environment, "MKBACKUP_SYSTEM_ROOT").orElse(Path.of("/"));
    Context context = context(environment, isRoot);
    return new Host(
        root,
        context,
        hostname(),
        context == Context.SITE ? ownSite(environment, root) : Optional.empty(),
        absolute(environment, "MKBACKUP_OMD_COMMAND"));
  }

  private static Context context(Map<String, String> environment, boolean isRoot) {
    String word = environment.getOrDefault("MKBACKUP_CONTEXT", "");
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "" -> isRoot ? Context.SYSTEM : Context.SITE;
      case "site" -> Context.SITE;
      case "system" -> Context.SYSTEM;
      default ->
          throw new UsageException(
              "MKBACKUP_CONTEXT is '" + word + "'", "Set it to 'site' or 'system', or not at all");
    };
  }

  private static Optional<SiteTree> ownSite(Map<String, String> environment, Path root) {
    Optional<SiteName> name = text(environment, "OMD_SITE").map(SiteName::new);
    return name.map(
        site -> {
          Path home =
              absolute(environment, "OMD_ROOT").orElse(Path.of("/omd/sites").resolve(site.value()));
          return new SiteTree(site, below(root, home));
        });
  }

  /* OMD_ROOT may be given as on a machine that isn't relocated, or as it really is. */
  private static Path below(Path root, Path home) {
    return home.startsWith(root) ? home : root.resolve(home.toString().substring(1));
  }

  private static Optional<Path> absolute(Map<String, String> environment, String variable) {
    return text(environment, variable)
        .map(
            text -> {
              Path path = Path.of(text);
              if (!path.isAbsolute()) {
                throw new UsageException(
                    variable + " is '" + text + "', which is not an absolute path",
                    "Begin it with '/'");
              }
              return path.normalize();
            });
  }

  private static Optional<String> text(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable)).filter(text -> !text.isEmpty());
  }

  private static String hostname() {
    try {
      return Files.readString(HOSTNAME, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UsageException("The host's name can't be read from " + HOSTNAME, "", e);
    }
  }
}
