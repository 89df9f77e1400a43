package org.mkbackup.adapter.rrdcached;

import java.nio.file.Path;
import org.mkbackup.domain.port.RrdUpdates;

/** Files are read as they stand. */
final class UnheldUpdates implements RrdUpdates {
  @Override
  public void hold(Path rrd) {}

  @Override
  public void release(Path rrd) {}

  @Override
  public void close() {}
}
