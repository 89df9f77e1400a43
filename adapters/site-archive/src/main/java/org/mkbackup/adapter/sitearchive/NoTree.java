package org.mkbackup.adapter.sitearchive;

/** Takes the members of an archive that is only checked. The reader passes over the content. */
final class NoTree implements Tree {
  @Override
  public void directory(String below, Attributes attributes) {}

  @Override
  public void file(String below, Member member, TarReader content) {}

  @Override
  public void symlink(String below, Member member) {}

  @Override
  public void fifo(String below, Attributes attributes) {}

  @Override
  public void hardLink(String below, String target) {}

  @Override
  public void finish() {}
}
