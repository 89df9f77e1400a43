package org.mkbackup.application.job;

import org.mkbackup.domain.job.JobId;

/**
 * A job that has settings of its own, as a file says. There may be none of that id.
 *
 * @param place file and line
 * @param ofMachine whether the file is that of all sites, so that a job of another may be meant
 */
public record JobMention(JobId job, String place, boolean ofMachine) {}
