package org.mkbackup.application.appliance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.ApplianceContract;
import org.mkbackup.domain.backup.BackupManifest.Cluster;
import org.mkbackup.domain.port.Appliance;

/** The stand-in of the tests here holds to what the real one does. */
class RecordedApplianceTest extends ApplianceContract {
  @TempDir Path root;
  private final Calls calls = new Calls();
  private RecordedAppliance appliance = new RecordedAppliance(calls, Path.of("/none"));

  @BeforeEach
  void aVolumeThatIsNotMounted() throws IOException {
    Files.createDirectories(root.resolve("omd-unmounted/versions").resolve(VERSION.value()));
    appliance = new RecordedAppliance(calls, root);
  }

  @Override
  protected Appliance appliance() {
    return appliance;
  }

  @Override
  protected void join(Cluster cluster) {
    appliance.setCluster(Optional.of(cluster));
  }

  @Override
  protected String failChanges() {
    calls.failAtAny();
    return "fails";
  }

  @Override
  protected boolean isMounted() {
    return Files.exists(root.resolve("omd"));
  }
}
