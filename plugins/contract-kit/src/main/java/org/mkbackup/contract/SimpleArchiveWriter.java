package org.mkbackup.contract;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;
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
}
