package org.mkbackup.application.job;

import org.mkbackup.domain.site.Compression;

/**
 * What is set beyond what Checkmk's own files say.
 *
 * @param level of gzip, 1 to 9
 * @param threads that compress at the same time
 */
public record Settings(int level, int threads) {

  public Compression compression(boolean gzip) {
    return gzip ? new Compression(true, level, threads) : Compression.NONE;
  }
}
