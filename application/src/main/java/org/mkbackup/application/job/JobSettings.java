package org.mkbackup.application.job;

import org.mkbackup.domain.backup.RetentionPolicy;

/**
 * What may be set for one job, or for all.
 *
 * @param retention which of the job's backups are kept
 */
public record JobSettings(RetentionPolicy retention) {}
