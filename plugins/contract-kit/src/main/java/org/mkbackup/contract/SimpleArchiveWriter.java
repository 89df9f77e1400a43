package org.mkbackup.contract;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/** The format of the {@link SimpleSiteArchiver}. */
final class SimpleArchiveWriter {
  private final CheckedOutputStream checked;
  private final DataOutputStream data;

  SimpleArchiveWriter(OutputStream sink) throws IOException {
    checked = new CheckedOutputStream(sink, new CRC32());
    data = new DataOutputStream(checked);
    data.writeUTF(SimpleMember.BEGIN);
  }

  void member(SimpleMember member) throws IOException {
    member.write(data);
  }

  void finish() throws IOException {
    data.writeChar(SimpleMember.END);
    data.writeLong(checked.getChecksum().getValue());
    data.flush();
  }

  /** All members of an archive, when its checksum is right; what follows it is passed over. */
  static List<SimpleMember> read(byte[] archive) throws IOException {
    CheckedInputStream checked =
        new CheckedInputStream(new ByteArrayInputStream(archive), new CRC32());
    DataInputStream data = new DataInputStream(checked);
    List<SimpleMember> members = new ArrayList<>();
    if (!data.readUTF().equals(SimpleMember.BEGIN)) {
      throw SimpleOpened.damaged("it is no simple archive");
    }
    for (char kind = data.readChar(); kind != SimpleMember.END; kind = data.readChar()) {
      members.add(SimpleMember.read(kind, data));
    }
    long sum = checked.getChecksum().getValue();
    if (data.readLong() != sum) {
      throw SimpleOpened.damaged("its checksum is wrong");
    }
    return members;
  }
}
