package org.mkbackup.adapter.localdirectory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.attribute.BasicFileAttributes;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.text.RawName;

/**
 * The files of a backup, in its open directory.
 *
 * @param id the backup's, for people
 */
record BackupFolder(Folder folder, BackupId id) {

  InputStream open(String file) throws IOException {
    String name = PlainName.raw(file);
    require(name, file);
    return new FileInput(folder.openFile(name), folder.path(name));
  }

  long size(String file) throws IOException {
    return require(PlainName.raw(file), file).size();
  }

  private BasicFileAttributes require(String name, String file) throws IOException {
    return folder
        .look(name)
        .filter(BasicFileAttributes::isRegularFile)
        .orElseThrow(
            () ->
                new TargetException(
                    "Backup '" + id + "' in " + place() + " has no file '" + file + "'",
                    "Use another backup: this one isn't whole"));
  }

  private String place() {
    return RawName.forPeople(folder.path().resolveSibling(""));
  }
}
