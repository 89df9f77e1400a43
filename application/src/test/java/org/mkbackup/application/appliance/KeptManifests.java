package org.mkbackup.application.appliance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.port.ManifestFormat;

/** Manifests that are kept here, and stored as numbers. */
final class KeptManifests implements ManifestFormat {
  private final List<BackupManifest> kept = new ArrayList<>();

  BackupManifest last() {
    return kept.get(kept.size() - 1);
  }

  @Override
  public byte[] write(BackupManifest manifest) {
    kept.add(manifest);
    return Integer.toString(kept.size() - 1).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public BackupManifest read(byte[] stored) {
    return kept.get(Integer.parseInt(new String(stored, StandardCharsets.UTF_8)));
  }
}
