package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.MemberExtractorContract;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.port.MemberExtractor;
import org.mkbackup.domain.site.ArchiveMember;
import org.mkbackup.domain.site.ArchiveMember.Kind;

class HeldExtractionTest extends MemberExtractorContract {
  @TempDir Path to;

  @Override
  protected MemberExtractor extractor() {
    return HeldExtraction::into;
  }

  private TargetException refused(boolean overwrite, String path) {
    ArchiveMember member =
        new ArchiveMember(Kind.FILE, path, "", 0, 0600, Instant.EPOCH, "heute", "heute");
    try (MemberExtractor.Extraction extraction = HeldExtraction.into(to, overwrite)) {
      return assertThrows(TargetException.class, () -> extraction.put(member, sink -> {}));
    }
  }

  private void says(String stands, String path, TargetException refused) throws IOException {
    assertEquals(
        "'" + path + "' can't be made in '" + to.toRealPath() + "': " + stands, refused.what());
  }

  @Test
  void aFileIsNoDirectoryToExtractTo() throws IOException {
    Path file = Files.createFile(to.resolve("file"));
    TargetException refused =
        assertThrows(TargetException.class, () -> HeldExtraction.into(file, true));
    assertEquals("'" + file + "' can't be extracted to: Not a directory", refused.what());
  }

  @Test
  void whatStandsInTheWayIsNamedAndWhatToDo() throws IOException {
    Path top = Files.createDirectory(to.resolve("heute"));
    Files.createSymbolicLink(top.resolve("etc"), to);
    Files.createFile(top.resolve("file"));
    Files.createDirectory(top.resolve("directory"));
    for (boolean overwrite : new boolean[] {false, true}) {
      TargetException link = refused(overwrite, "heute/etc/deep/a.conf");
      says("a symbolic link stands there already", "heute/etc", link);
      assertEquals(
          "Links are not followed, with --force neither: remove it, or name another directory",
          link.hint());
      says(
          "something else than a directory stands there already",
          "heute/file",
          refused(overwrite, "heute/file/below"));
      says(
          "a directory stands there already",
          "heute/directory",
          refused(overwrite, "heute/directory"));
    }
    TargetException file = refused(false, "heute/file");
    says("something stands there already", "heute/file", file);
    assertEquals("--force replaces it; or name another directory", file.hint());
  }
}
