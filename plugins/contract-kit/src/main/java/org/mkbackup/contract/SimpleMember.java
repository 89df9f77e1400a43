package org.mkbackup.contract;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.mkbackup.domain.port.MemberVisitor;
import org.mkbackup.domain.site.ArchiveMember;
import org.mkbackup.domain.site.ArchiveMember.Kind;
import org.mkbackup.domain.site.ListedMember;

/**
 * A member of an archive of the {@link SimpleSiteArchiver}.
 *
 * @param content one char for each byte
 */
record SimpleMember(char kind, String name, String link, int mode, Instant mtime, String content) {
  static final String BEGIN = "simple";
  static final char END = '.';
  static final char FILE = 'f';
  static final char DIRECTORY = 'd';
  static final char SYMLINK = 's';
  static final char HARD_LINK = 'h';

  /** Reads what follows the kind. */
  static SimpleMember read(char kind, DataInputStream data) throws IOException {
    String name = data.readUTF();
    String link = data.readUTF();
    int mode = data.readInt();
    Instant mtime = Instant.parse(data.readUTF());
    byte[] content = new byte[data.readInt()];
    data.readFully(content);
    return new SimpleMember(
        kind, name, link, mode, mtime, new String(content, StandardCharsets.ISO_8859_1));
  }

  void write(DataOutputStream data) throws IOException {
    data.writeChar(kind);
    data.writeUTF(name);
    data.writeUTF(link);
    data.writeInt(mode);
    data.writeUTF(mtime.toString());
    data.writeInt(content.length());
    data.write(bytes());
  }

  void show(MemberVisitor visitor) {
    visitor.visit(told(), sink -> sink.write(bytes()));
  }

  private ArchiveMember told() {
    Kind told =
        switch (kind) {
          case FILE -> Kind.FILE;
          case DIRECTORY -> Kind.DIRECTORY;
          case SYMLINK -> Kind.SYMLINK;
          default -> Kind.HARD_LINK;
        };
    return new ArchiveMember(told, name, link, content.length(), mode, mtime, "", "");
  }

  ListedMember listed() {
    return new ListedMember(
        told(), kind == FILE ? Optional.of(SeenMembers.sha256(bytes())) : Optional.empty());
  }

  byte[] bytes() {
    return content.getBytes(StandardCharsets.ISO_8859_1);
  }
}
