package org.mkbackup.adapter.omd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.site.SiteArchive;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;
import org.mkbackup.domain.site.SiteVersion;

/** Which {@code omd} is asked about a site, and with which arguments. */
final class OmdCommand {
  private static final String OMD = "bin/omd";

  private final Host host;

  OmdCommand(Host host) {
    this.host = host;
  }

  /**
   * The command line; empty if no omd is installed for the site. A site's user has one site and
   * doesn't name it.
   */
  Optional<List<String>> line(SiteName site, String... arguments) {
    return executable(host.site(site))
        .map(
            omd -> {
              List<String> line = new ArrayList<>();
              line.add(omd.toAbsolutePath().toString());
              line.addAll(List.of(arguments));
              if (host.context() == Context.SYSTEM) {
                line.add(site.value());
              }
              return List.copyOf(line);
            });
  }

  private Optional<Path> executable(SiteTree site) {
    if (host.omdCommand().isPresent()) {
      return host.omdCommand();
    }
    List<Path> candidates = candidates(site).toList();
    return candidates.stream()
        .filter(Files::isExecutable)
        .findFirst()
        .or(() -> candidates.stream().filter(Files::exists).findFirst());
  }

  /* Root runs nothing that the site's user can replace: of its link, only the text is read. */
  private Stream<Path> candidates(SiteTree site) {
    Stream<Path> installed = version(site).map(host::version).stream().map(v -> v.resolve(OMD));
    return host.context() == Context.SYSTEM
        ? installed
        : Stream.concat(Stream.of(site.home().resolve(OMD)), installed);
  }

  /** The version that the text of the site's link names; empty if it names none. */
  static Optional<SiteVersion> version(SiteTree site) {
    Path link = site.home().resolve(SiteArchive.VERSION_LINK);
    if (!Files.isSymbolicLink(link)) {
      return Optional.empty();
    }
    try {
      return SiteVersion.ofLink(Files.readSymbolicLink(link).toString());
    } catch (IOException e) {
      throw new SiteException(
          "The version link of site " + site.name() + " can't be read: " + e.getMessage(),
          "See who may read " + link,
          e);
    }
  }
}
