package org.mkbackup.adapter.json;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.backup.StoredMembers;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.port.ManifestFormat;

/** {@code mkbackup.info} as Checkmk writes and reads it. */
final class JsonManifestFormat implements ManifestFormat {
  static final String TYPE = "type";
  static final String JOB_ID = "job_id";
  static final String CONFIG = "config";
  static final String HOSTNAME = "hostname";
  static final String FILES = "files";
  /* Ours: names of archives with their digests. Other programs pass it over. */
  static final String SHA256 = "sha256";
  /* Ours as well: names of sealed files with their tags. */
  static final String MAC = "mac";
  /* Ours as well: names of archives with the lists of their members. */
  static final String MEMBERS = "members";
  static final String FINISHED = "finished";
  static final String SIZE = "size";
  static final String SITE = "Check_MK";
  static final String SITE_ID = "site_id";
  static final String SITE_VERSION = "site_version";
  static final String APPLIANCE = "Appliance";
  static final String CMA_VERSION = "cma_version";
  static final String CMA_CLUSTER = "cma_cluster";
  static final String CLUSTERED = "clustered";
  static final String PARTNER_NAME = "partner_name";
  static final String IS_INACTIVE = "is_inactive";

  @Override
  public byte[] write(BackupManifest manifest) {
    Literal.Dict dict =
        ours(manifest)
            .with(JOB_ID, Literal.text(manifest.jobId()))
            .with(CONFIG, manifest.jobConfiguration())
            .with(HOSTNAME, Literal.text(manifest.hostname()))
            .with(FILES, files(manifest.files()))
            .with(FINISHED, JsonField.seconds(manifest.finished()))
            .with(SIZE, Literal.integer(manifest.size()));
    return PythonJsonText.of(dict).getBytes(StandardCharsets.US_ASCII);
  }

  private static Literal.Dict ours(BackupManifest manifest) {
    List<StoredArchive> files = manifest.files();
    Literal.Dict dict = origin(manifest.origin());
    dict = withEach(dict, SHA256, files, StoredArchive::sha256);
    dict = withEach(dict, MAC, withLists(files), StoredArchive::mac);
    return members(dict, files);
  }

  private static List<StoredArchive> withLists(List<StoredArchive> files) {
    return Stream.concat(
            files.stream(),
            files.stream().flatMap(f -> f.members().stream()).map(StoredMembers::file))
        .toList();
  }

  private static Literal.Dict withEach(
      Literal.Dict dict,
      String key,
      List<StoredArchive> files,
      Function<StoredArchive, Optional<String>> value) {
    Literal.Dict values = Literal.Dict.EMPTY;
    for (StoredArchive file : files) {
      Optional<String> noted = value.apply(file);
      values = noted.isPresent() ? values.with(file.name(), Literal.text(noted.get())) : values;
    }
    return values.equals(Literal.Dict.EMPTY) ? dict : dict.with(key, values);
  }

  private static Literal.Dict members(Literal.Dict dict, List<StoredArchive> files) {
    Literal.Dict lists = Literal.Dict.EMPTY;
    for (StoredArchive file : files) {
      if (file.members().isPresent()) {
        lists = lists.with(file.name(), list(file.members().get()));
      }
    }
    return lists.equals(Literal.Dict.EMPTY) ? dict : dict.with(MEMBERS, lists);
  }

  private static Literal list(StoredMembers list) {
    StoredArchive file = list.file();
    return new Literal.Sequence(
        List.of(
            Literal.text(file.name()),
            Literal.integer(file.size()),
            Literal.text(file.md5()),
            Literal.text(file.sha256().orElse("")),
            Literal.integer(list.count())));
  }

  private static Literal files(List<StoredArchive> files) {
    return new Literal.Sequence(
        files.stream()
            .<Literal>map(
                file ->
                    new Literal.Sequence(
                        List.of(
                            Literal.text(file.name()),
                            Literal.integer(file.size()),
                            Literal.text(file.md5()))))
            .toList());
  }

  private static Literal.Dict origin(BackupManifest.Origin origin) {
    if (origin instanceof BackupManifest.Site site) {
      return Literal.Dict.EMPTY
          .with(TYPE, Literal.text(SITE))
          .with(SITE_ID, Literal.text(site.name().value()))
          .with(SITE_VERSION, Literal.text(site.version().value()));
    }
    BackupManifest.Appliance appliance = (BackupManifest.Appliance) origin;
    Literal.Dict dict =
        Literal.Dict.EMPTY
            .with(TYPE, Literal.text(APPLIANCE))
            .with(CMA_VERSION, Literal.text(appliance.version()));
    Optional<Literal> cluster = appliance.cluster().map(JsonManifestFormat::cluster);
    return cluster.isPresent() ? dict.with(CMA_CLUSTER, cluster.get()) : dict;
  }

  private static Literal cluster(BackupManifest.Cluster cluster) {
    return Literal.Dict.EMPTY
        .with(CLUSTERED, Literal.bool(true))
        .with(PARTNER_NAME, Literal.text(cluster.partner()))
        .with(IS_INACTIVE, Literal.bool(cluster.inactive()));
  }

  @Override
  public BackupManifest read(byte[] stored) {
    return new ManifestReader(new PythonJson(BackupManifest.FILE_NAME).read(stored)).manifest();
  }
}
