package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.run.RunLog;

/** A tree that has room for all but the content of files. */
final class FullDisk implements Tree {
  @Override
  public void file(String below, Member member, TarReader content) throws IOException {
    try (FileChannel full = FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE)) {
      FileWriter writer = new FileWriter(full, member.size());
      content.content((bytes, part) -> writer.write(bytes));
    }
  }

  @Override
  public void directory(String below, Attributes attributes) {}

  @Override
  public void missingDirectory(String below, Instant mtime) {}

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
    AttributeWriter unused = new AttributeWriter(AttributeScope.SITE, RunLog.silent());
    try (StagedTree tree = new StagedTree(Path.of("/nowhere"), unused)) {
      return tree.failure(below, e);
    }
  }
}
