package org.mkbackup.domain.backup;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mkbackup.domain.key.SealFormat;
import org.mkbackup.domain.site.Compression;
import org.mkbackup.domain.site.SiteName;

/**
 * The name of an archive in a backup: {@code CONTENT.tar[.gz|.zst][.enc|.age]}.
 *
 * @param content {@code system}, {@code system-data} or {@code site-SITE}
 * @param seal empty: it isn't sealed
 */
public record ArchiveName(String content, Compression.Format format, Optional<SealFormat> seal) {
  /** The configuration of an appliance. */
  public static final String SYSTEM = "system";

  /** An appliance's data but its sites. */
  public static final String SYSTEM_DATA = "system-data";

  private static final String SITE = "site-";
  private static final Pattern FORM =
      Pattern.compile("([^.]+)\\.tar(\\.gz|\\.zst)?(\\.enc|\\.age)?");

  /** What the archive of a site is called, without suffixes. */
  public static String contentOf(SiteName site) {
    return SITE + site;
  }

  /** Reads a file's name; empty if it isn't one of an archive. */
  public static Optional<ArchiveName> parse(String fileName) {
    Matcher parts = FORM.matcher(fileName);
    return parts.matches()
        ? Optional.of(
            new ArchiveName(
                parts.group(1),
                format(parts.group(2)),
                Optional.ofNullable(parts.group(3)).flatMap(SealFormat::ofSuffix)))
        : Optional.empty();
  }

  private static Compression.Format format(@Nullable String suffix) {
    return suffix == null
        ? Compression.Format.NONE
        : suffix.equals(Compression.Format.ZSTD.suffix())
            ? Compression.Format.ZSTD
            : Compression.Format.GZIP;
  }

  /** The site whose archive it is; empty if it isn't a site's. */
  public Optional<SiteName> site() {
    return content.startsWith(SITE) && SiteName.isLegal(content.substring(SITE.length()))
        ? Optional.of(new SiteName(content.substring(SITE.length())))
        : Optional.empty();
  }

  public boolean sealed() {
    return seal.isPresent();
  }

  /** The name of the file that lists its members. */
  public String membersFileName() {
    return content + ".members.gz" + seal.map(SealFormat::suffix).orElse("");
  }

  public String fileName() {
    return content + ".tar" + format.suffix() + seal.map(SealFormat::suffix).orElse("");
  }
}
