package org.mkbackup.application.job;

import java.util.List;
import org.mkbackup.domain.key.SealFormat;

/**
 * How backups of jobs that have a key are sealed.
 *
 * @param recipients who can open them besides, as {@link
 *     org.mkbackup.domain.port.ArchiveCipher#alsoFor} takes them
 * @param requireMac whether nothing is restored but archives whose MAC is right
 */
public record Encryption(SealFormat format, List<String> recipients, boolean requireMac) {
  public static final Encryption DEFAULT = new Encryption(SealFormat.CHECKMK, List.of(), false);

  public Encryption {
    recipients = List.copyOf(recipients);
  }
}
