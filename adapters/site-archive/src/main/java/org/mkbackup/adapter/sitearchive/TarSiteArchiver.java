package org.mkbackup.adapter.sitearchive;

import java.io.InputStream;
import java.io.OutputStream;
import org.mkbackup.domain.port.SiteArchiver;
import org.mkbackup.domain.site.ArchiveSummary;

/** Sites as pax tar, plain or in one gzip member. */
final class TarSiteArchiver implements SiteArchiver {
  private final DeflateEngine engine;

  TarSiteArchiver(DeflateEngine engine) {
    this.engine = engine;
  }

  @Override
  public ArchiveSummary pack(Packing packing, OutputStream sink) {
    SinkStream stream = new SinkStream(sink, packing.progress());
    try (ArchiveOutput output = ArchiveOutput.to(stream, engine, packing.compression())) {
      return new SitePacker(packing, new TarWriter(output)).pack();
    }
  }

  @Override
  public Opened open(InputStream archive) {
    ArchiveSource source = ArchiveSource.of(archive);
    boolean opened = false;
    try {
      OpenedArchive result = new OpenedArchive(source);
      opened = true;
      return result;
    } finally {
      if (!opened) {
        source.release();
      }
    }
  }
}
