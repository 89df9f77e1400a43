package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.port.MemberVisitor;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.site.ArchiveMember;
import org.mkbackup.domain.site.ArchiveSummary;
import org.mkbackup.domain.site.ListedMember;

/** What a {@link org.mkbackup.domain.port.SystemArchiver} shows of an archive's members. */
abstract class SystemArchiverVisits extends SystemArchiverFaults {

  private ArchiveSummary visit(byte[] archive, MemberVisitor visitor) {
    return archiver().visit(saved(), new ByteArrayInputStream(archive), visitor, Progress.silent());
  }

  @Test
  void showsAllThatItWouldRestore() {
    byte[] archive = pack();
    SeenMembers seen = new SeenMembers();
    assertEquals(check(archive), visit(archive, seen));
    TreeSet<String> expected = new TreeSet<>();
    TreeListing.of(saved().directory())
        .keySet()
        .forEach(name -> expected.add(name.equals(".") ? "rw" : "rw/" + name));
    assertEquals(expected, seen.members().keySet());
  }

  @Test
  void showsNothingAsGoodThatIsCut() {
    byte[] archive = pack();
    byte[] cut = Arrays.copyOf(archive, archive.length - 1);
    assertThrows(ArchiveException.class, () -> visit(cut, (member, content) -> {}));
  }

  @Test
  void listsWhatItPacksAsItShowsIt() {
    RecordedMembers listed = new RecordedMembers();
    ByteArrayOutputStream sink = new ByteArrayOutputStream();
    archiver().pack(saved(), GZIP, sink, listed, log(), Progress.silent());
    List<ArchiveMember> shown = new ArrayList<>();
    visit(sink.toByteArray(), (member, content) -> shown.add(member));
    assertEquals(shown, listed.members().stream().map(ListedMember::member).toList());
  }
}
