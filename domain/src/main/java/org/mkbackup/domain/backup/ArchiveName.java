package org.mkbackup.domain.backup;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mkbackup.domain.site.SiteName;

/**
 * The name of an archive in a backup: {@code CONTENT.tar[.gz][.enc]}.
 *
 * @param content {@code system}, {@code system-data} or {@code site-SITE}
 */
public record ArchiveName(String content, boolean compressed, boolean sealed) {
  /** The configuration of an appliance. */
  public static final String SYSTEM = "system";

  /** An appliance's data but its sites. */
  public static final String SYSTEM_DATA = "system-data";

  private static final String SITE = "site-";
  private static final Pattern FORM = Pattern.compile("([^.]+)\\.tar(\\.gz)?(\\.enc)?");

  /** What the archive of a site is called, without suffixes. */
  public static String contentOf(SiteName site) {
    return SITE + site;
  }

  /** Reads a file's name; empty if it isn't one of an archive. */
  public static Optional<ArchiveName> parse(String fileName) {
    Matcher parts = FORM.matcher(fileName);
    return parts.matches()
        ? Optional.of(
            new ArchiveName(parts.group(1), parts.group(2) != null, parts.group(3) != null))
        : Optional.empty();
  }

  /** The site whose archive it is; empty if it isn't a site's. */
  public Optional<SiteName> site() {
    return content.startsWith(SITE) && SiteName.isLegal(content.substring(SITE.length()))
        ? Optional.of(new SiteName(content.substring(SITE.length())))
        : Optional.empty();
  }

  /** The name of the file that lists its members. */
  public String membersFileName() {
    return content + ".members.gz" + (sealed ? ".enc" : "");
  }

  public String fileName() {
    return content + ".tar" + (compressed ? ".gz" : "") + (sealed ? ".enc" : "");
  }
}
