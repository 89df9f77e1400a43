package org.mkbackup.adapter.localdirectory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.text.RawName;

/** Finds the backups in a target's directory. */
final class Listing {
  private static final int MOST_LOOKS = 20;

  private Listing() {}

  /** The ids of all that is a backup at one and the same time. */
  static List<BackupId> of(Folder target) throws IOException {
    List<String> names = names(target);
    List<BackupId> backups = backups(target, names);
    /* A commit meanwhile may have renamed what was about to be looked at. */
    for (int look = 1; look < MOST_LOOKS; look++) {
      List<String> now = names(target);
      if (now.equals(names)) {
        break;
      }
      names = now;
      backups = backups(target, names);
    }
    return backups;
  }

  private static List<String> names(Folder target) throws IOException {
    return target.names().stream().sorted().toList();
  }

  private static List<BackupId> backups(Folder target, List<String> names) throws IOException {
    List<BackupId> backups = new ArrayList<>();
    for (String name : names) {
      Optional<BackupId> id = id(name);
      if (id.isPresent() && Succession.isBackup(target, name)) {
        backups.add(id.get());
      }
    }
    return backups;
  }

  /* A name that is no text, or has line breaks in it, can't be asked for. */
  private static Optional<BackupId> id(String name) {
    String text = RawName.forPeople(name);
    if (!RawName.ofText(text).equals(name)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BackupId(text));
    } catch (UsageException illegal) {
      return Optional.empty();
    }
  }
}
