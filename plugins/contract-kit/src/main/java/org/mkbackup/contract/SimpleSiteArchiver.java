package org.mkbackup.contract;

import java.io.InputStream;
import java.io.OutputStream;
import org.mkbackup.domain.port.SiteArchiver;
import org.mkbackup.domain.site.ArchiveSummary;

/**
 * Sites in a format that only this program reads, with whole files in memory. It holds files, hard
 * links, symlinks and directories, and ends in a checksum of all before it.
 */
public final class SimpleSiteArchiver implements SiteArchiver {

  @Override
  public ArchiveSummary pack(Packing packing, OutputStream sink) {
    return new SimplePacking(packing, sink).pack();
  }

  @Override
  public Opened open(InputStream archive) {
    return new SimpleOpened(archive);
  }
}
