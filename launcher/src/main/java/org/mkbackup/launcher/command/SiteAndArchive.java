package org.mkbackup.launcher.command;

import java.util.List;
import java.util.Optional;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The words at the end of an {@code omd} command line: {@code [SITE] -|ARCHIVE}.
 *
 * @param archive a path, or {@code -} for a standard stream
 */
record SiteAndArchive(Optional<SiteName> site, String archive) {
  SiteAndArchive {
    if (archive.isEmpty()) {
      throw new UsageException("The archive's name is empty", "Name a file, or '-'");
    }
  }

  /** How a command line describes them. */
  static PositionalParamSpec.Builder words(String description) {
    return PositionalParamSpec.builder()
        .arity("1")
        .paramLabel("[SITE] -|ARCHIVE")
        .hideParamSyntax(true)
        .description(description);
  }

  static SiteAndArchive of(List<String> words) {
    return switch (words.size()) {
      case 1 -> new SiteAndArchive(Optional.empty(), words.get(0));
      case 2 -> new SiteAndArchive(Optional.of(new SiteName(words.get(0))), words.get(1));
      default ->
          throw new UsageException(
              "One or two words are expected: [SITE] -|ARCHIVE", "See 'omd backup --help'");
    };
  }

  boolean isStream() {
    return archive.equals("-");
  }

  /** The site to archive: root names it, a site's user has its own. */
  SiteTree siteToArchive(Host host) {
    if (host.context() == Context.SYSTEM) {
      return host.site(
          site.orElseThrow(
              () -> new UsageException("The site's name is missing", "omd backup SITE ARCHIVE")));
    }
    SiteTree own = host.requireOwnSite();
    if (site.isPresent() && !site.get().equals(own.name())) {
      throw new UsageException(
          "The user of site " + own.name() + " can't archive site " + site.get(),
          "Leave out the name, or do it as root");
    }
    return own;
  }
}
