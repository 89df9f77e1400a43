package org.mkbackup.adapter.sitearchive;

import java.io.InputStream;
import java.io.OutputStream;
import org.mkbackup.domain.port.SiteArchiver;
import org.mkbackup.domain.site.ArchiveSummary;
import org.mkbackup.domain.site.Compression;

/** Sites as pax tar, plain or in one gzip member. */
final class TarSiteArchiver implements SiteArchiver {
  private final Engines engines;

  TarSiteArchiver(Engines engines) {
    this.engines = engines;
  }

  @Override
  public ArchiveSummary pack(Packing packing, OutputStream sink) {
    SinkStream stream = new SinkStream(sink, packing.progress());
    try (ArchiveOutput output = output(stream, packing)) {
      return new SitePacker(packing, new TarWriter(output)).pack();
    }
  }

  private ArchiveOutput output(SinkStream stream, Packing packing) {
    Compression compression = packing.compression();
    return compression.gzip()
        ? new ParallelGzipOutput(
            stream, engines.compressing(compression, packing.log()), compression.threads())
        : new PlainOutput(stream);
  }

  @Override
  public Opened open(InputStream archive) {
    ArchiveSource source = ArchiveSource.of(archive, engines);
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
