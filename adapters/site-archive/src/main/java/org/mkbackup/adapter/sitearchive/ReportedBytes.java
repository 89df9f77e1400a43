package org.mkbackup.adapter.sitearchive;

/** Tells how much of what is stored was read, by the thread that reads what is in it. */
record ReportedBytes(ByteSupply supply, SourceBytes source) implements ByteSupply {

  @Override
  public int read(byte[] bytes, int offset, int length) {
    Interrupts.check();
    int read = supply.read(bytes, offset, length);
    source.report();
    return read;
  }

  @Override
  public void drain() {
    supply.drain();
    source.report();
  }
}
