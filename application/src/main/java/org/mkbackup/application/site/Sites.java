package org.mkbackup.application.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;
import org.mkbackup.domain.site.SiteVersion;
import org.mkbackup.domain.text.RawName;

/** The sites and versions that a machine has. */
public final class Sites {
  private final Host host;

  public Sites(Host host) {
    this.host = host;
  }

  /** All sites, sorted by name: the directories of {@code /omd/sites} that can be one. */
  public List<SiteTree> all() {
    return directories("/omd/sites").stream()
        .filter(SiteName::isLegal)
        .map(name -> host.site(new SiteName(name)))
        .toList();
  }

  /** All installed versions, sorted by name. */
  public List<SiteVersion> versions() {
    return directories("/omd/versions").stream()
        .filter(SiteVersion::isLegal)
        .map(SiteVersion::new)
        .toList();
  }

  /** A site and its home, whether it is there or not. */
  public SiteTree site(SiteName name) {
    return host.site(name);
  }

  private List<String> directories(String parent) {
    Path directory = host.path(parent);
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
          .map(RawName::nameOf)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new SiteException("Can't list " + directory + ": " + SystemReason.of(e), "", e);
    }
  }
}
