package org.mkbackup.application.job;

import org.mkbackup.domain.site.Compression;

/**
 * What is set beyond what Checkmk's own files say.
 *
 * @param level of gzip, as {@link Compression#level}
 * @param threads that compress at the same time
 * @param engine the id of the one to compress and expand with, {@link #JDK_ENGINE} or {@link
 *     #ANY_ENGINE}
 * @param limits for those that run without being watched, and for what they write
 */
public record Settings(int level, int threads, String engine, Limits limits) {
  public static final String ANY_ENGINE = "auto";

  /** The one that always works. */
  public static final String JDK_ENGINE = "jdk";

  public Compression compression(boolean gzip) {
    return gzip ? new Compression(true, level, threads) : Compression.NONE;
  }
}
