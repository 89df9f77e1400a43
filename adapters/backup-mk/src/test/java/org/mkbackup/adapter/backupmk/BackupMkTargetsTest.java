package org.mkbackup.adapter.backupmk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.TargetRepositoryContract;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.port.TargetRepository;
import org.mkbackup.domain.target.Target;
import org.mkbackup.domain.target.TargetId;

class BackupMkTargetsTest extends TargetRepositoryContract {
  private static final Target NAS =
      new Target(
          new TargetId("nas"),
          Literal.Dict.EMPTY
              .with("title", Literal.text("Old appliance"))
              .with("path", Literal.text("/mnt/auto/nas"))
              .with("is_mountpoint", Literal.bool(true)));

  @TempDir private Path directory;

  private Path own() {
    return directory.resolve("backup.mk");
  }

  private Path appliance() {
    return directory.resolve("backup.conf");
  }

  private TargetRepository targets() {
    return new BackupMkTargets(new BackupMk(own()), Optional.of(new BackupMk(appliance())));
  }

  @Override
  protected TargetRepository holding(Literal.Dict own, Literal.Dict appliance) {
    new BackupMkFixture(own()).holding("targets", own);
    new BackupMkFixture(appliance()).holding("targets", appliance);
    return targets();
  }

  @Test
  void holdsNoTargetsWhereFilesAreMissing() {
    assertEquals(List.of(), targets().all());
    assertEquals(Optional.empty(), targets().find(NAS.id()));
  }

  @Test
  void readsTheShapeOfOldAppliances() {
    Target found = holding(Literal.Dict.EMPTY, entry(NAS)).find(NAS.id()).orElseThrow();
    assertEquals("local", found.type());
    assertEquals("/mnt/auto/nas", found.parameters().require("path").text());
  }

  @Test
  void neverTouchesTheAppliancesFile() throws IOException {
    TargetRepository targets = holding(Literal.Dict.EMPTY, entry(NAS));
    String before = Files.readString(appliance());
    targets.save(new Target(NAS.id(), NAS.configuration().with("title", Literal.text("Own"))));
    assertEquals(before, Files.readString(appliance()));
    assertEquals("Own", targets.find(NAS.id()).orElseThrow().title());
  }

  @Test
  void findsAnOwnTargetThoughTheAppliancesFileIsNoLiteral() throws IOException {
    TargetRepository targets = holding(entry(NAS), Literal.Dict.EMPTY);
    Files.writeString(appliance(), "{");
    assertEquals(Optional.of(NAS), targets.find(NAS.id()));
    assertThrows(ConfigurationException.class, targets::all);
  }

  @Test
  void looksAtOneFileOnlyInTheContextOfTheSystem() {
    holding(Literal.Dict.EMPTY, entry(NAS));
    TargetRepository system = new BackupMkTargets(new BackupMk(own()), Optional.empty());
    assertFalse(system.find(NAS.id()).isPresent());
    assertEquals(List.of(), system.all());
  }

  private static Literal.Dict entry(Target target) {
    return Literal.Dict.EMPTY.with(target.id().value(), target.configuration());
  }
}
