package org.mkbackup.contract;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.backup.GlobalJobId;
import org.mkbackup.domain.failure.BusyException;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.port.BackupStore;
import org.mkbackup.domain.port.HeldBackup;
import org.mkbackup.domain.port.PendingBackup;

/** A target in memory, which can be full. */
public final class InMemoryBackupStore implements BackupStore, StorePlace {
  private static final String INCOMPLETE = "-incomplete";
  private static final String SET_ASIDE = "-set-aside";

  private final Map<String, byte[]> files = new TreeMap<>();
  private final Set<InMemoryHeldBackup> holds = new HashSet<>();
  private final long capacity;

  /** A store that is never full. */
  public InMemoryBackupStore() {
    this(Long.MAX_VALUE);
  }

  /** A store with room for so many bytes. */
  public InMemoryBackupStore(long capacity) {
    this.capacity = capacity;
  }

  @Override
  public void checkReady() {
    if (capacity == 0) {
      throw new TargetException("The store has no room for anything", "Make room on it");
    }
  }

  @Override
  public void checkReadable() {}

  @Override
  public synchronized List<BackupId> list() {
    return files.keySet().stream()
        .filter(path -> path.endsWith("/" + BackupManifest.FILE_NAME))
        .map(path -> path.substring(0, path.indexOf('/')))
        .filter(name -> !name.endsWith(INCOMPLETE))
        .map(BackupId::new)
        .toList();
  }

  @Override
  public synchronized List<BackupId> strays(GlobalJobId job) {
    return files.keySet().stream()
        .map(InMemoryBackupStore::nameIn)
        .distinct()
        .filter(name -> job.isOwn(name.replace(SET_ASIDE, "")))
        .map(BackupId::new)
        .filter(id -> !list().contains(id))
        .toList();
  }

  @Override
  public synchronized InputStream open(BackupId backup, String file) {
    return new ByteArrayInputStream(content(backup, file));
  }

  @Override
  public synchronized long size(BackupId backup, String file) {
    return content(backup, file).length;
  }

  private byte[] content(BackupId backup, String file) {
    requireBackup(backup);
    byte[] content = files.get(backup + "/" + plain(file));
    if (content == null) {
      throw new TargetException("Backup '" + backup + "' has no file '" + file + "'", "");
    }
    return content;
  }

  private void requireBackup(BackupId backup) {
    if (!list().contains(backup)) {
      throw new TargetException("There is no backup '" + backup + "'", "");
    }
  }

  @Override
  public synchronized HeldBackup hold(BackupId backup) {
    requireBackup(backup);
    InMemoryHeldBackup hold = new InMemoryHeldBackup(this, backup);
    holds.add(hold);
    return hold;
  }

  @Override
  public synchronized boolean isHeld(BackupId backup) {
    return holds.stream().anyMatch(hold -> hold.id().equals(backup));
  }

  synchronized void letGo(InMemoryHeldBackup hold) {
    holds.remove(hold);
  }

  @Override
  public synchronized OptionalLong room() {
    return capacity == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(capacity - used());
  }

  @Override
  public synchronized PendingBackup begin(GlobalJobId job) {
    if (!list().contains(job.complete())) {
      list().stream()
          .filter(id -> job.isGeneration(id.value()))
          .max(Comparator.naturalOrder())
          .ifPresent(newest -> rename(newest, job.complete()));
    }
    remove(job.incomplete());
    return new InMemoryPendingBackup(this, job);
  }

  private static String nameIn(String path) {
    return path.replaceFirst("/.*", "");
  }

  @Override
  public synchronized void delete(BackupId backup) {
    requireBackup(backup);
    if (isHeld(backup)) {
      throw new BusyException("Backup '" + backup + "' is being read", "Wait for its end");
    }
    remove(backup);
  }

  synchronized void remove(BackupId backup) {
    files.keySet().removeIf(path -> path.startsWith(backup + "/"));
  }

  synchronized boolean holds(BackupId backup, String file) {
    return files.containsKey(backup + "/" + file);
  }

  synchronized void rename(BackupId from, BackupId to) {
    Map<String, byte[]> moved = new TreeMap<>();
    files.forEach(
        (path, content) -> {
          if (path.startsWith(from + "/")) {
            moved.put(to + path.substring(from.value().length()), content);
          }
        });
    setAside(to);
    remove(from);
    files.putAll(moved);
    holds.stream().filter(hold -> hold.id().equals(from)).forEach(hold -> hold.renamed(to));
  }

  private void setAside(BackupId id) {
    if (files.keySet().stream().anyMatch(path -> nameIn(path).equals(id.value()))) {
      rename(id, new BackupId(id + SET_ASIDE));
    }
  }

  synchronized void append(String path, byte[] more) {
    byte[] before = files.getOrDefault(path, new byte[0]);
    if (used() + more.length > capacity) {
      throw new TargetException("Can't write " + path + ": the store is full", "Make room on it");
    }
    byte[] after = Arrays.copyOf(before, before.length + more.length);
    System.arraycopy(more, 0, after, before.length, more.length);
    files.put(path, after);
  }

  private long used() {
    return files.values().stream().mapToLong(content -> content.length).sum();
  }

  static String plain(String file) {
    if (file.isEmpty()
        || file.equals(".")
        || file.equals("..")
        || file.indexOf('/') >= 0
        || file.indexOf('\0') >= 0) {
      throw new TargetException("'" + file + "' is not the name of a file in a backup", "");
    }
    return file;
  }

  @Override
  public BackupStore store() {
    return this;
  }

  @Override
  public synchronized void put(String path, byte[] content) {
    files.put(path, content.clone());
  }

  @Override
  public synchronized Set<String> paths() {
    return new TreeSet<>(files.keySet());
  }

  @Override
  public Optional<StorePlace> withRoomFor(int bytes) {
    return Optional.of(new InMemoryBackupStore(bytes));
  }
}
