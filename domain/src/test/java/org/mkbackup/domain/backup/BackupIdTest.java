package org.mkbackup.domain.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.site.SiteName;

class BackupIdTest {

  @Test
  void joinsThePartsOfAJobsNameWithDashesOfTheirOwnTurnedToPlus() {
    GlobalJobId site =
        GlobalJobId.ofSite("mon-1.example", new SiteName("heute"), new JobId("every-night"));
    assertEquals("Check_MK-mon+1.example-heute-every+night", site.toString());
    assertEquals(
        "Check_MK_Appliance-mon+1-job", GlobalJobId.ofAppliance("mon-1", new JobId("job")).value());
  }

  @Test
  void aBackupIsNamedByItsJobAndHowFarItIs() {
    GlobalJobId job = GlobalJobId.ofAppliance("h", new JobId("j"));
    assertEquals("Check_MK_Appliance-h-j-complete", job.complete().value());
    assertEquals("Check_MK_Appliance-h-j-incomplete", job.incomplete().value());
  }

  @Property(tries = 200)
  void differentJobsOfAHostHaveDifferentNames(
      @ForAll
          @CharRange(from = '-', to = '-')
          @CharRange(from = 'a', to = 'b')
          @StringLength(min = 1, max = 4)
          String a,
      @ForAll
          @CharRange(from = '-', to = '-')
          @CharRange(from = 'a', to = 'b')
          @StringLength(min = 1, max = 4)
          String b) {
    SiteName site = new SiteName("heute");
    assertEquals(
        a.equals(b),
        GlobalJobId.ofSite("h", site, new JobId("_" + a))
            .equals(GlobalJobId.ofSite("h", site, new JobId("_" + b))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"kept by hand", "ä", "...", "a-complete", "%00"})
  void acceptsWhateverPeopleCallADirectory(String id) {
    assertEquals(id, new BackupId(id).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a/b", "/", "a\0", "a\n", "\u0085"})
  void refusesWhatIsNoDirectoryOfTheTarget(String id) {
    assertThrows(UsageException.class, () -> new BackupId(id));
    assertThrows(ArchiveException.class, () -> new StoredArchive(id, 1, "00"));
  }

  @Test
  void countsTheLengthOfAnIdInBytes() {
    assertEquals(255, new BackupId("a".repeat(255)).value().length());
    assertThrows(UsageException.class, () -> new BackupId("ä".repeat(128)));
  }
}
