package org.mkbackup.application.inspect;

import java.nio.file.Path;
import java.util.List;
import org.mkbackup.application.job.OpenTarget;
import org.mkbackup.application.job.StoredBackup;
import org.mkbackup.application.job.StoredBackups;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.port.MemberExtractor;
import org.mkbackup.domain.text.RawName;

/** Takes single files and directories out of a backup: {@code mkbackup extract}. */
public final class ExtractMembers {

  /**
   * What to take.
   *
   * @param paths raw, as {@code ls} lists them; a directory with all below it
   * @param overwrite as {@link MemberExtractor#into} takes it
   */
  public record Command(
      StoredBackups.Choice choice, List<String> paths, Path directory, boolean overwrite) {}

  private final StoredBackups backups;
  private final BackupMembers members;
  private final MemberExtractor extractor;

  public ExtractMembers(StoredBackups backups, BackupMembers members, MemberExtractor extractor) {
    this.backups = backups;
    this.members = members;
    this.extractor = extractor;
  }

  /**
   * Takes what is wanted, and reads the archives to their end, so that all of it is checked.
   *
   * @throws ArchiveException if a path is in none of the archives; the others were taken then. Also
   *     if an archive turns out not to be good, which may be when files of it were taken
   */
  public void run(Command command, RunObserver observer) {
    MemberSelection selection = new MemberSelection(command.paths());
    try (OpenTarget target = backups.find(command.choice(), observer);
        StoredBackup backup = backups.open(command.choice(), target.store(), observer);
        MemberExtractor.Extraction extraction =
            extractor.into(command.directory(), command.overwrite())) {
      observer.expecting(backup.manifest().size());
      long count = 0;
      for (StoredArchive archive : backup.manifest().files()) {
        count += extract(backup, archive, selection, extraction, observer);
      }
      extraction.finish();
      selection
          .missing()
          .ifPresent(
              path -> {
                throw NotInBackup.path(path, command.choice());
              });
      observer.info(
          "Extracted "
              + count
              + (count == 1 ? " member" : " members")
              + " to "
              + RawName.forPeople(command.directory()));
    }
  }

  private long extract(
      StoredBackup backup,
      StoredArchive archive,
      MemberSelection selection,
      MemberExtractor.Extraction extraction,
      RunObserver observer) {
    ExtractedMembers extracted = new ExtractedMembers(selection, extraction);
    try {
      members.visit(backup, archive, extracted, observer);
      if (extracted.lacksContents()) {
        members.visit(backup, archive, extracted.secondPass(), observer);
      }
    } catch (ArchiveException e) {
      throw extracted.hasTakenContents()
          ? new ArchiveException(
              e.what() + ": what was extracted from it may be wrong", e.hint(), e)
          : e;
    }
    return extracted.count();
  }
}
