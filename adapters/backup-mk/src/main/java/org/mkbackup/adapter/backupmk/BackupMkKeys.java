package org.mkbackup.adapter.backupmk;

import java.math.BigInteger;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.KeyException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.key.KeyId;
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
    change(
        entries -> {
          if (keys(new Literal.Dict(entries)).stream().anyMatch(k -> k.id().equals(key.id()))) {
            throw new KeyException(
                "Key " + key.id() + " is in " + file.name() + " already",
                "It can be used as it is");
          }
          entries.put(new Literal.Int(freeNumber(entries)), KeyEntry.of(key));
        });
  }

  @Override
  public void markDownloaded(KeyId id) {
    change(entries -> entries.computeIfPresent(number(entries, id), (n, e) -> KeyEntry.taken(e)));
  }

  @Override
  public void remove(KeyId id) {
    change(entries -> entries.remove(number(entries, id)));
  }

  private void change(Consumer<Map<Literal, Literal>> change) {
    file.change(
        text -> {
          Source source = new Source(file.name(), text);
          Map<Literal, Literal> entries = new LinkedHashMap<>(KeyStatements.read(source).entries());
          change.accept(entries);
          return source.header() + KeyStatements.print(new Literal.Dict(entries));
        });
  }

  private Literal number(Map<Literal, Literal> entries, KeyId id) {
    return entries.entrySet().stream()
        .filter(e -> KeyEntry.read(e.getValue()).filter(key -> key.id().equals(id)).isPresent())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(
            () ->
                new KeyException(
                    "There is no key " + id + " in " + file.name(),
                    "'mkbackup key list' shows those there are"));
  }

  private static List<Key> keys(Literal.Dict entries) {
    return entries.entries().values().stream()
        .map(KeyEntry::read)
        .flatMap(Optional::stream)
        .toList();
  }

  private static BigInteger freeNumber(Map<Literal, Literal> entries) {
    BigInteger highest = BigInteger.ZERO;
    for (Literal number : entries.keySet()) {
      if (number instanceof Literal.Int taken) {
        highest = highest.max(taken.value());
      }
    }
    return highest.add(BigInteger.ONE);
  }
}
