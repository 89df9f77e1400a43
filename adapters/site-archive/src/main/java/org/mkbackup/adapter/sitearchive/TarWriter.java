package org.mkbackup.adapter.sitearchive;

import org.mkbackup.domain.text.RawName;

/**
 * Writes members as Python's {@code tarfile} does in its pax format: a ustar header, before it an
 * extended one where that can't say it all, and records of 10 KiB.
 */
final class TarWriter {
  private static final byte[] ZEROS = new byte[TarFormat.RECORD];

  private final ArchiveOutput output;
  private final HeaderWriter headers = new HeaderWriter();
  private long position;
  private long members;

  TarWriter(ArchiveOutput output) {
    this.output = output;
  }

  /** Writes the header; a file's content, of the size that it promises, must follow. */
  void begin(Member member) {
    String records = PaxRecords.of(member);
    if (!records.isEmpty()) {
      put(headers.paxHeader(records.length()), TarFormat.BLOCK);
      put(RawName.bytes(records), records.length());
      zeros(TarFormat.padding(records.length()));
    }
    put(headers.header(member), TarFormat.BLOCK);
    members++;
  }

  /** To be called when a member's content was put into {@link #output}. */
  void contentWritten(long size) {
    position += size;
    zeros(TarFormat.padding(size));
  }

  ArchiveOutput output() {
    return output;
  }

  long members() {
    return members;
  }

  /** Writes the end: two blocks of zeros, and as many as it takes to fill a record. */
  void finish() {
    zeros(2 * TarFormat.BLOCK);
    zeros((int) (-position % TarFormat.RECORD + TarFormat.RECORD) % TarFormat.RECORD);
    output.finish();
  }

  private void zeros(int count) {
    put(ZEROS, count);
  }

  private void put(byte[] bytes, int count) {
    output.put(bytes, 0, count);
    position += count;
  }
}
