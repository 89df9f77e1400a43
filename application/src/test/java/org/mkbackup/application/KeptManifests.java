package org.mkbackup.application;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.port.ManifestFormat;

/** Manifests that are kept here, and stored as numbers. */
public final class KeptManifests implements ManifestFormat {
  private final List<BackupManifest> kept = new ArrayList<>();

  public BackupManifest last() {
    return kept.get(kept.size() - 1);
  }

  @Override
  public byte[] write(BackupManifest manifest) {
    kept.add(manifest);
    return Integer.toString(kept.size() - 1).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public BackupManifest read(byte[] stored) {
    try {
      return kept.get(Integer.parseInt(new String(stored, StandardCharsets.UTF_8)));
    } catch (NumberFormatException e) {
      throw new ArchiveException("It is no number", "", e);
    }
  }
}
