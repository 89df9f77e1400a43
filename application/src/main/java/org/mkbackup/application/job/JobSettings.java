package org.mkbackup.application.job;

import org.mkbackup.application.hook.Hooks;
import org.mkbackup.domain.backup.RetentionPolicy;
import org.mkbackup.domain.job.CheckLevels;

/**
 * What may be set for one job, or for all.
 *
 * @param retention which of the job's backups are kept
 * @param hooks programs that are told of its runs
 * @param check when its service in the monitoring isn't good
 */
public record JobSettings(RetentionPolicy retention, Hooks hooks, CheckLevels check) {}
