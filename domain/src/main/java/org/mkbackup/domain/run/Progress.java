package org.mkbackup.domain.run;

/** Where a run tells how far it is. Calls are cheap and may come from any one thread at a time. */
public interface Progress {

  /** Bytes of the stored archive that have passed since the last call. */
  void advanced(long bytes);

  /**
   * The file that is being read or written.
   *
   * @param member a raw name, see {@link org.mkbackup.domain.text.RawName}
   */
  void at(String member);

  /** Tells nobody. */
  static Progress silent() {
    return new Progress() {
      @Override
      public void advanced(long bytes) {}

      @Override
      public void at(String member) {}
    };
  }
}
