package org.mkbackup.domain.site;

/**
 * How an archive is compressed.
 *
 * @param gzip whether it is at all
 * @param level 1 (fast) to 9 (small), or {@link #USUAL_LEVEL}
 * @param threads how many blocks are compressed at the same time, at least one
 */
public record Compression(boolean gzip, int level, int threads) {
  /** What the engine that is used does best at. */
  public static final int USUAL_LEVEL = 0;

  public static final Compression NONE = new Compression(false, 1, 1);

  public Compression {
    if (level < USUAL_LEVEL || level > 9 || threads < 1) {
      throw new IllegalArgumentException("level " + level + ", threads " + threads);
    }
  }
}
