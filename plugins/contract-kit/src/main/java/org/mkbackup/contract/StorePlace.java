package org.mkbackup.contract;

import java.util.Optional;
import java.util.Set;
import org.mkbackup.domain.port.BackupStore;

/**
 * Where the backups of a store under test are kept, as it looks to the people, the other programs
 * and the accidents around it. Paths are {@code NAME} or {@code BACKUP/NAME}.
 */
public interface StorePlace {

  /** A store at this place, as a new process would open it. */
  BackupStore store();

  /** Puts a file there, as a person would who copies backups or leaves a note. */
  void put(String path, byte[] content);

  /** The paths of all files there, and of directories with nothing in them. */
  Set<String> paths();

  /**
   * Another place of this kind, empty, that is full after roughly so many bytes; empty if a test
   * can't have one here.
   */
  Optional<StorePlace> withRoomFor(int bytes);
}
