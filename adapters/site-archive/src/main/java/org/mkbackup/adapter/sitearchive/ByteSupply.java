package org.mkbackup.adapter.sitearchive;

/** Bytes of an archive on their way in. Whatever fails is said in the domain's words. */
interface ByteSupply {

  /**
   * Reads at least one byte.
   *
   * @return how many bytes were read, or -1 at the end
   */
  int read(byte[] bytes, int offset, int length);

  /**
   * Reads to the end of what is stored, once the archive itself has ended, and checks what it can.
   */
  void drain();
}
