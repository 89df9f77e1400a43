package org.mkbackup.adapter.json;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.backup.StoredMembers;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteVersion;

/** Makes a manifest of a JSON document, and says what in it is not as it should be. */
final class ManifestReader {
  private static final Pattern MD5 = Pattern.compile("[0-9A-Fa-f]{32}");
  private static final Pattern SHA256 = Pattern.compile("[0-9A-Fa-f]{64}");

  private static final Pattern MAC = Pattern.compile("[a-z0-9-]+:[0-9a-f]{64}");

  private final JsonField root;

  ManifestReader(Literal document) {
    this.root = new JsonField(BackupManifest.FILE_NAME, document);
  }

  BackupManifest manifest() {
    return new BackupManifest(
        root.require(JsonManifestFormat.JOB_ID).text(),
        root.require(JsonManifestFormat.CONFIG).dict(),
        root.require(JsonManifestFormat.HOSTNAME).text(),
        root.require(JsonManifestFormat.FILES).items().stream().map(this::file).toList(),
        root.require(JsonManifestFormat.FINISHED).instant(),
        origin());
  }

  private StoredArchive file(JsonField field) {
    if (!(field.value() instanceof Literal.Sequence triple) || triple.items().size() < 3) {
      throw field.wrong("is not a list of name, size and digest");
    }
    List<JsonField> parts = field.items();
    String name = parts.get(0).text();
    return new StoredArchive(
        name,
        parts.get(1).count(),
        digest(parts.get(2), MD5, "an MD5 digest"),
        sha256(name),
        mac(name),
        members(name));
  }

  private static String digest(JsonField field, Pattern form, String what) {
    return formed(field, form, what).toLowerCase(Locale.ROOT);
  }

  private static String formed(JsonField field, Pattern form, String what) {
    String text = field.text();
    if (!form.matcher(text).matches()) {
      throw field.wrong("is not " + what + ": " + field.shown());
    }
    return text;
  }

  private Optional<StoredMembers> members(String name) {
    Optional<JsonField> field = of(name, JsonManifestFormat.MEMBERS);
    if (field.isEmpty()) {
      return Optional.empty();
    }
    List<JsonField> parts = field.get().items();
    if (parts.size() < 5) {
      throw field.get().wrong("is not a list of name, size, two digests and a number");
    }
    String list = parts.get(0).text();
    StoredArchive file =
        new StoredArchive(
            list,
            parts.get(1).count(),
            digest(parts.get(2), MD5, "an MD5 digest"),
            Optional.of(digest(parts.get(3), SHA256, "a SHA-256 digest")),
            mac(list),
            Optional.empty());
    return Optional.of(new StoredMembers(file, parts.get(4).count()));
  }

  private Optional<String> sha256(String name) {
    return of(name, JsonManifestFormat.SHA256).map(d -> digest(d, SHA256, "a SHA-256 digest"));
  }

  private Optional<String> mac(String name) {
    return of(name, JsonManifestFormat.MAC).map(tag -> formed(tag, MAC, "a MAC"));
  }

  private Optional<JsonField> of(String name, String key) {
    return root.get(key).flatMap(values -> values.get(name));
  }

  private BackupManifest.Origin origin() {
    JsonField type = root.require(JsonManifestFormat.TYPE);
    return switch (type.text()) {
      case JsonManifestFormat.SITE -> new BackupManifest.Site(siteName(), siteVersion());
      case JsonManifestFormat.APPLIANCE ->
          new BackupManifest.Appliance(
              root.require(JsonManifestFormat.CMA_VERSION).text(),
              root.get(JsonManifestFormat.CMA_CLUSTER).flatMap(ManifestReader::cluster));
      default ->
          throw type.wrong(
              "is "
                  + type.shown()
                  + ", neither '"
                  + JsonManifestFormat.SITE
                  + "' nor '"
                  + JsonManifestFormat.APPLIANCE
                  + "'");
    };
  }

  private SiteName siteName() {
    JsonField field = root.require(JsonManifestFormat.SITE_ID);
    if (!SiteName.isLegal(field.text())) {
      throw field.wrong("is not a legal site name: " + field.shown());
    }
    return new SiteName(field.text());
  }

  private SiteVersion siteVersion() {
    return new SiteVersion(root.require(JsonManifestFormat.SITE_VERSION).text());
  }

  private static Optional<BackupManifest.Cluster> cluster(JsonField field) {
    boolean clustered = field.get(JsonManifestFormat.CLUSTERED).map(JsonField::bool).orElse(false);
    return clustered
        ? Optional.of(
            new BackupManifest.Cluster(
                field.get(JsonManifestFormat.PARTNER_NAME).map(JsonField::text).orElse(""),
                field.get(JsonManifestFormat.IS_INACTIVE).map(JsonField::bool).orElse(false)))
        : Optional.empty();
  }
}
