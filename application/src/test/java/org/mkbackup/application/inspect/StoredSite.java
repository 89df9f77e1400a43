package org.mkbackup.application.inspect;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.mkbackup.application.KeptManifests;
import org.mkbackup.application.job.Books;
import org.mkbackup.application.job.SealingKeys;
import org.mkbackup.application.job.StoredBackups;
import org.mkbackup.application.job.StraySettings;
import org.mkbackup.application.job.TargetMounts;
import org.mkbackup.application.job.Targets;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.application.stream.CountingOutput;
import org.mkbackup.application.target.TargetTypes;
import org.mkbackup.contract.ExampleSite;
import org.mkbackup.contract.InMemoryArchiveCipher;
import org.mkbackup.contract.InMemoryBackupStore;
import org.mkbackup.contract.InMemoryJobRepository;
import org.mkbackup.contract.InMemoryKeyRing;
import org.mkbackup.contract.InMemoryMountRepository;
import org.mkbackup.contract.InMemoryMounts;
import org.mkbackup.contract.InMemoryTargetRepository;
import org.mkbackup.contract.InMemoryTargetType;
import org.mkbackup.contract.SimpleSiteArchiver;
import org.mkbackup.contract.SimpleSystemArchiver;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.backup.StoredMembers;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.MemberRecorder;
import org.mkbackup.domain.port.SiteArchiver;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.Compression;
import org.mkbackup.domain.site.Exclusions;
import org.mkbackup.domain.site.ListedMember;
import org.mkbackup.domain.site.MemberLine;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;
import org.mkbackup.domain.site.SiteVersion;
import org.mkbackup.domain.target.Target;
import org.mkbackup.domain.target.TargetId;

/** A backup of a small site on a target, and who looks into it. */
final class StoredSite {
  static final StoredBackups.Choice CHOICE =
      new StoredBackups.Choice(new TargetId("nas"), new BackupId("kept"), true);
  static final String LIST = "site-heute.members.gz";
  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  final Lines lines = new Lines();
  private final Host host =
      new Host(Path.of("/"), Context.SYSTEM, "cma", Optional.empty(), Optional.empty());
  private final InMemoryBackupStore store = new InMemoryBackupStore();
  private final KeptManifests manifests = new KeptManifests();
  private final List<ListedMember> members = new ArrayList<>();
  private final byte[] archive;

  StoredSite(Path sites) {
    SiteTree site = ExampleSite.in(sites);
    ExampleSite.makeOld(site.home());
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    new SimpleSiteArchiver()
        .pack(
            new SiteArchiver.Packing(
                site,
                Exclusions.without(Set.of()),
                new Compression(Compression.Format.NONE, 1, 1),
                Optional.empty(),
                new Members(members),
                RunLog.silent(),
                Progress.silent()),
            packed);
    archive = packed.toByteArray();
    ExampleSite.unlock(site.home());
  }

  /** What is in it, as it would be listed. */
  List<String> listed() {
    return members.stream().map(MemberLine::of).toList();
  }

  /** Stores the archive under a name, and gives its entry for the manifest. */
  StoredArchive archive(String name) throws IOException {
    return store(name, archive);
  }

  /** The same with a list of members that counts so many lines. */
  StoredArchive archive(String name, List<String> lines, long count) throws IOException {
    ByteArrayOutputStream list = new ByteArrayOutputStream();
    try (GZIPOutputStream zipped = new GZIPOutputStream(list)) {
      for (String line : lines) {
        zipped.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    return archive(name).with(new StoredMembers(store(LIST, list.toByteArray()), count));
  }

  private StoredArchive store(String name, byte[] content) throws IOException {
    store.put(CHOICE.backup() + "/" + name, content);
    CountingOutput counted = new CountingOutput(new ByteArrayOutputStream(), CLOCK);
    try (counted) {
      counted.write(content);
    }
    return counted.stored(name);
  }

  /** Makes a backup of these archives. */
  StoredSite keep(StoredArchive... archives) {
    BackupManifest manifest =
        new BackupManifest(
            "nightly",
            Literal.Dict.EMPTY,
            "cma",
            List.of(archives),
            Instant.EPOCH,
            new BackupManifest.Site(new SiteName("heute"), new SiteVersion("2.3.0p1.cre")));
    store.put(CHOICE.backup() + "/" + BackupManifest.FILE_NAME, manifests.write(manifest));
    return this;
  }

  void verify(boolean deep, boolean requireMac) {
    new VerifyBackup(new StoredBackups(books(), () -> requireMac), members())
        .run(new VerifyBackup.Command(CHOICE, deep), lines);
  }

  /** What is listed, by a pattern if there is one. */
  List<String> list(String... glob) {
    List<String> paths = new ArrayList<>();
    new ListMembers(new StoredBackups(books(), () -> false), members())
        .run(
            new ListMembers.Command(CHOICE, List.of(glob).stream().findFirst()),
            member -> paths.add(member.path()),
            lines);
    return paths;
  }

  private BackupMembers members() {
    return new BackupMembers(host, new SimpleSiteArchiver(), new SimpleSystemArchiver());
  }

  private Books books() {
    InMemoryTargetType type = new InMemoryTargetType();
    type.offer("shelf", store);
    Literal remote =
        new Literal.Tuple(
            List.of(
                Literal.text(type.id()), Literal.Dict.EMPTY.with("store", Literal.text("shelf"))));
    Target target = new Target(CHOICE.target(), Literal.Dict.EMPTY.with("remote", remote));
    return new Books(
        new InMemoryJobRepository(),
        new StraySettings(host, new InMemoryJobRepository(), List::of),
        new Targets(
            new InMemoryTargetRepository(target),
            new TargetTypes(Map.of(type.id(), type), host),
            new TargetMounts(host, new InMemoryMountRepository(), new InMemoryMounts())),
        new SealingKeys(
            new InMemoryKeyRing(), format -> new InMemoryArchiveCipher(), key -> Optional.empty()),
        manifests);
  }

  private record Members(List<ListedMember> listed) implements MemberRecorder {
    @Override
    public boolean isWanted() {
      return true;
    }

    @Override
    public void add(ListedMember member) {
      listed.add(member);
    }
  }

  /** What is said. */
  static final class Lines implements RunObserver {
    final List<String> said = new ArrayList<>();

    @Override
    public void info(String line) {
      said.add(line);
    }

    @Override
    public void warn(String line) {
      said.add("WARNING: " + line);
    }

    @Override
    public void verbose(String line) {}
  }
}
