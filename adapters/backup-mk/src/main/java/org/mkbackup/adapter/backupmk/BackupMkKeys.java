package org.mkbackup.adapter.backupmk;

import java.math.BigInteger;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.KeyException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.port.KeyRing;

/** The keys of one {@code backup_keys.mk}, each under a number; a new one gets the next. */
final class BackupMkKeys implements KeyRing {
  private final ConfigurationFile file;

  BackupMkKeys(Path path) {
    this.file = new ConfigurationFile(path, PosixFilePermissions.fromString("rw-rw----"));
  }

  /** The keys of a host's own context. */
  static BackupMkKeys of(Host host) {
    return new BackupMkKeys(
        host.context() == Context.SYSTEM
            ? host.path("/etc/cma/backup_keys.conf")
            : host.requireOwnSite().home().resolve("etc/check_mk/backup_keys.mk"));
  }

  @Override
  public List<Key> keys() {
    return keys(KeyStatements.read(file.read()));
  }

  @Override
  public void add(Key key) {
    file.change(
        text -> {
          Source source = new Source(file.name(), text);
          Literal.Dict entries = KeyStatements.read(source);
          if (keys(entries).stream().anyMatch(other -> other.id().equals(key.id()))) {
            throw new KeyException(
                "Key " + key.id() + " is in " + file.name() + " already",
                "It can be used as it is");
          }
          Map<Literal, Literal> changed = new LinkedHashMap<>(entries.entries());
          changed.put(new Literal.Int(freeNumber(entries)), KeyEntry.of(key));
          return source.header() + KeyStatements.print(new Literal.Dict(changed));
        });
  }

  private static List<Key> keys(Literal.Dict entries) {
    return entries.entries().values().stream()
        .map(KeyEntry::read)
        .flatMap(Optional::stream)
        .toList();
  }

  private static BigInteger freeNumber(Literal.Dict entries) {
    BigInteger highest = BigInteger.ZERO;
    for (Literal number : entries.entries().keySet()) {
      if (number instanceof Literal.Int taken) {
        highest = highest.max(taken.value());
      }
    }
    return highest.add(BigInteger.ONE);
  }
}
