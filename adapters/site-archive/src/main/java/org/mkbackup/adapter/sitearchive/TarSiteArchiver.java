package org.mkbackup.adapter.sitearchive;

import java.io.InputStream;
import java.io.OutputStream;
import org.mkbackup.domain.port.SiteArchiver;
import org.mkbackup.domain.site.ArchiveSummary;

/** Sites as pax tar, plain or in one gzip member. */
final class TarSiteArchiver implements SiteArchiver {
  private final Engines engines;

  TarSiteArchiver(Engines engines) {
    this.engines = engines;
  }

  @Override
  public ArchiveSummary pack(Packing packing, OutputStream sink) {
    SinkStream stream = new SinkStream(sink, packing.progress());
    try (MemberDigests digests = new MemberDigests(packing.members());
        ArchiveOutput output =
            engines.output(stream, packing.compression(), digests, packing.log())) {
      return new SitePacker(packing, new TarWriter(output), digests).pack();
    }
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
