package org.mkbackup.adapter.cron;

import org.mkbackup.contract.SchedulerContract;
import org.mkbackup.domain.job.Job;
import org.mkbackup.domain.job.Schedule;

/** The jobs of the contract, for tests that are none of it. */
abstract class Jobs extends SchedulerContract {
  private Jobs() {}

  static Job of(String id, Schedule schedule) {
    return job(id, schedule);
  }
}
