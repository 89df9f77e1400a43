package org.mkbackup.adapter.sitearchive;

/** Numbers and flags of the tar format (POSIX.1-2001 pax, with GNU's long names). */
final class TarFormat {
  static final int BLOCK = 512;

  /** An archive is padded to a multiple of this, as all tar programs do. */
  static final int RECORD = 20 * BLOCK;

  static final char PAX_RECORDS = 'x';
  static final char GLOBAL_PAX_RECORDS = 'g';
  static final char GNU_LONG_NAME = 'L';
  static final char GNU_LONG_LINK = 'K';

  private TarFormat() {}

  /** How many bytes are missing from a length to whole blocks. */
  static int padding(long length) {
    return (int) (-length & (BLOCK - 1));
  }
}
