package org.mkbackup.application.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final Pattern TRACE = Pattern.compile("\\.([^.]+)\\.mkbackup-.*");

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

  /**
   * Sites of which a restore has left something beside their homes, which may be missing: {@code
   * .SITE.mkbackup-…}.
   */
  public List<SiteTree> traces() {
    return entries("/omd/sites")
        .map(TRACE::matcher)
        .filter(Matcher::matches)
        .map(trace -> trace.group(1))
        .filter(SiteName::isLegal)
        .distinct()
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
    return entries(parent)
        .filter(name -> isDirectory(RawName.resolve(host.path(parent), name)))
        .toList();
  }

  private static boolean isDirectory(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  private Stream<String> entries(String parent) {
    Path directory = host.path(parent);
    if (!Files.isDirectory(directory)) {
      return Stream.empty();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.map(RawName::nameOf).sorted().toList().stream();
    } catch (IOException e) {
      throw new SiteException("Can't list " + directory + ": " + SystemReason.of(e), "", e);
    }
  }
}
