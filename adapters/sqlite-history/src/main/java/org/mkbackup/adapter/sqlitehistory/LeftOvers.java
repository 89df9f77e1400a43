package org.mkbackup.adapter.sqlitehistory;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.OptionalLong;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.text.RawName;

/** Private directories of processes that were killed. */
final class LeftOvers {
  private final Path parent;
  private final UserPrincipal user;
  private final RunLog log;

  /**
   * Looks beside a directory of this process, for those of the same owner.
   *
   * @param own tells whose left-overs may be removed
   */
  LeftOvers(Path parent, PrivateDirectory own, RunLog log) throws IOException {
    this.parent = parent;
    this.user = owner(own.path());
    this.log = log;
  }

  /** Removes them. What can't be removed is said and stays. */
  void remove() {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(parent)) {
      for (Path candidate : found) {
        PrivateDirectory directory = new PrivateDirectory(candidate);
        if (isOfADeadProcess(directory)) {
          remove(directory);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      log.verbose("Copies of dead processes can't be looked for: " + e.getMessage());
    }
  }

  private static boolean isOfADeadProcess(PrivateDirectory directory) {
    OptionalLong process = directory.process();
    return process.isPresent() && ProcessHandle.of(process.getAsLong()).isEmpty();
  }

  private void remove(PrivateDirectory directory) {
    try {
      if (Files.isDirectory(directory.path(), LinkOption.NOFOLLOW_LINKS)
          && owner(directory.path()).equals(user)) {
        directory.close();
        log.verbose("Removed what a dead process left: " + RawName.forPeople(directory.path()));
      }
    } catch (IOException e) {
      log.verbose("A dead process left what can't be removed: " + e.getMessage());
    }
  }

  private static UserPrincipal owner(Path path) throws IOException {
    return Files.getOwner(path, LinkOption.NOFOLLOW_LINKS);
  }
}
