package org.mkbackup.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import org.mkbackup.domain.port.SiteArchiver;

class SimpleSiteArchiverTest extends SiteArchiverContract {
  private static final Instant MTIME = Instant.ofEpochSecond(1_600_000_000L);

  @Override
  protected SiteArchiver archiver() {
    return new SimpleSiteArchiver();
  }

  @Override
  protected byte[] forge(ForgedMember... members) {
    return archive(members);
  }

  static byte[] archive(ForgedMember... members) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      SimpleArchiveWriter writer = new SimpleArchiveWriter(bytes);
      for (ForgedMember member : members) {
        writer.member(
            new SimpleMember(
                kind(member), member.name(), member.link(), 0700, MTIME, member.content()));
      }
      writer.finish();
    } catch (IOException e) {
      throw new AssertionError("Can't forge", e);
    }
    return bytes.toByteArray();
  }

  private static char kind(ForgedMember member) {
    return switch (member.kind()) {
      case FILE -> SimpleMember.FILE;
      case DIRECTORY -> SimpleMember.DIRECTORY;
      case SYMLINK -> SimpleMember.SYMLINK;
      case HARD_LINK -> SimpleMember.HARD_LINK;
      case DEVICE -> 'c';
    };
  }
}
