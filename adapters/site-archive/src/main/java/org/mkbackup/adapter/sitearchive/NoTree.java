package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.time.Instant;
import org.mkbackup.domain.failure.SiteException;

/** Takes the members of an archive that is only checked. The reader passes over the content. */
final class NoTree implements Tree {
  @Override
  public void directory(String below, Attributes attributes) {}

  @Override
  public void missingDirectory(String below, Instant mtime) {}

  @Override
  public void file(String below, Member member, TarReader content) {}

  @Override
  public void symlink(String below, Member member) {}

  @Override
  public void fifo(String below, Attributes attributes) {}

  @Override
  public void hardLink(String below, Member member, String target) {}

  @Override
  public void finish(Inventory members) {}

  @Override
  public SiteException failure(String below, IOException e) {
    throw new IllegalStateException("nothing is made", e);
  }
}
