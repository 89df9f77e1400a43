package org.mkbackup.adapter.backupmk;

import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mkbackup.domain.data.Field;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.mount.Mount;
import org.mkbackup.domain.mount.MountCredentials;
import org.mkbackup.domain.mount.MountId;
import org.mkbackup.domain.mount.MountType;
import org.mkbackup.domain.port.MountRepository;

/**
 * The mounts of {@code mkbackup_mounts.conf}, a file of this program's own beside those of
 * Checkmk's. All may read it: there are no secrets in it.
 */
final class MountsConf implements MountRepository {
  private static final String MOUNTS = "mounts";
  private static final String TYPE = "type";
  private static final String SOURCE = "source";
  private static final String OPTIONS = "options";

  private final Host host;
  private final ConfigurationFile file;

  MountsConf(Host host) {
    this.host = host;
    Path path = host.path("/etc/cma/mkbackup_mounts.conf");
    this.file =
        new ConfigurationFile(
            path, Replacement.exactly(path, PosixFilePermissions.fromString("rw-r--r--")));
  }

  @Override
  public List<Mount> all() {
    Literal.Dict entries = entries(whole(file.read()));
    return BackupMk.sensible(entries, id -> read(entries, new MountId(id))).stream()
        .sorted(Comparator.comparing(Mount::id))
        .toList();
  }

  @Override
  public List<ConfigurationException> faults() {
    Literal.Dict entries = entries(whole(file.read()));
    return BackupMk.faults(file.name(), entries, id -> read(entries, new MountId(id)));
  }

  @Override
  public Optional<Mount> find(MountId id) {
    return read(entries(whole(file.read())), id);
  }

  @Override
  public void add(Mount mount, Optional<MountCredentials> credentials) {
    String id = mount.id().value();
    CredentialsFile secret = new CredentialsFile(mount.credentials(host));
    try {
      change(
          entries -> {
            if (entries.get(id).isPresent()) {
              throw new ConfigurationException(
                  "There is a mount '" + id + "' already", "Choose another id, or remove that one");
            }
            credentials.ifPresent(secret::write);
            return entries.with(id, entry(mount));
          });
    } catch (ConfigurationException e) {
      if (entries(whole(file.read())).get(id).isEmpty()) {
        secret.remove();
      }
      throw e;
    }
  }

  @Override
  public void remove(MountId id) {
    change(entries -> entries.without(id.value()));
    new CredentialsFile(Mount.credentials(id, host)).remove();
  }

  private void change(UnaryOperator<Literal.Dict> edit) {
    file.change(
        text -> {
          Source source = new Source(file.name(), text);
          Literal.Dict whole = whole(source);
          Literal.Dict changed = whole.with(MOUNTS, edit.apply(entries(whole)));
          return source.header() + LiteralPrinter.print(changed) + "\n";
        });
  }

  private Literal.Dict whole(Source source) {
    return new Field(file.name(), LiteralParser.read(source).orElse(Literal.Dict.EMPTY)).dict();
  }

  private Literal.Dict entries(Literal.Dict whole) {
    return new Field(file.name(), whole).get(MOUNTS).map(Field::dict).orElse(Literal.Dict.EMPTY);
  }

  private static Literal.Dict entry(Mount mount) {
    return Literal.Dict.EMPTY
        .with(TYPE, Literal.text(mount.type().word()))
        .with(SOURCE, Literal.text(mount.source()))
        .with(OPTIONS, Literal.text(mount.optionText()));
  }

  private static Optional<Mount> read(Literal.Dict entries, MountId id) {
    return entries.get(id.value()).map(entry -> read(id, new Field("Mount '" + id + "'", entry)));
  }

  private static Mount read(MountId id, Field entry) {
    MountType type = entry.require(TYPE).named(MountType::of);
    String source = entry.require(SOURCE).text();
    String options = entry.get(OPTIONS).map(Field::text).orElse("");
    try {
      return Mount.of(id, type, source, options);
    } catch (UsageException e) {
      throw new ConfigurationException(entry.path() + ": " + e.what(), e.hint(), e);
    }
  }
}
