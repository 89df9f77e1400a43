package org.mkbackup.adapter.localdirectory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.HeldBackupContract;
import org.mkbackup.contract.StorePlace;

class LocalHeldBackupTest extends HeldBackupContract {
  @TempDir private Path temporary;

  private Mounts mounts;
  private StorePlace place;

  @BeforeEach
  void makeAPlace() throws IOException {
    mounts = new Mounts(temporary);
    place = new LocalPlace(Files.createDirectory(temporary.resolve("nächtlich")), mounts);
  }

  @AfterEach
  void unmount() {
    mounts.close();
  }

  @Override
  protected StorePlace place() {
    return place;
  }
}
