package org.mkbackup.domain.site;

/**
 * How an archive is compressed.
 *
 * @param level 1 (fast) to 9 (small), or {@link #USUAL_LEVEL}
 * @param threads how many blocks are compressed at the same time, at least one
 */
public record Compression(Format format, int level, int threads) {
  /** What the format and the engine that is used do best at. */
  public static final int USUAL_LEVEL = 0;

  public static final Compression NONE = new Compression(Format.NONE, 1, 1);

  /** What becomes of the bytes of a tar. */
  public enum Format {
    NONE(""),
    /** One gzip member, as Checkmk's own tools write and read it. */
    GZIP(".gz"),
    /** Frames of zstd, which Checkmk's own tools can't read. */
    ZSTD(".zst");

    private final String suffix;

    Format(String suffix) {
      this.suffix = suffix;
    }

    /** What a file's name ends with behind {@code .tar}. */
    public String suffix() {
      return suffix;
    }
  }

  public Compression {
    if (level < USUAL_LEVEL || level > 9 || threads < 1) {
      throw new IllegalArgumentException("level " + level + ", threads " + threads);
    }
  }

  /** Whether it is compressed at all. */
  public boolean compresses() {
    return format != Format.NONE;
  }
}
