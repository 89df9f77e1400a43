package org.mkbackup.contract;

import java.util.List;
import org.mkbackup.domain.port.Scheduler;

class InMemorySchedulerTest extends SchedulerContract {
  private final InMemoryScheduler scheduler = new InMemoryScheduler();

  @Override
  protected Scheduler scheduler() {
    return scheduler;
  }

  @Override
  protected List<String> table() {
    return scheduler.table();
  }
}
