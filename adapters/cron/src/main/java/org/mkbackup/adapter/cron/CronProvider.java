package org.mkbackup.adapter.cron;

import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.Scheduler;

/** Offers the file {@code mkbackup} among the context's cron tables. */
public final class CronProvider implements AdapterProvider<Scheduler> {

  @Override
  public String id() {
    return "cron";
  }

  @Override
  public Class<Scheduler> port() {
    return Scheduler.class;
  }

  @Override
  public Scheduler create(Host host) {
    return host.context() == Context.SYSTEM
        ? new CronTable(new TableFile(host.path("/etc/cron.d/mkbackup")), "root ")
        : new CronTable(
            new TableFile(host.requireOwnSite().home().resolve("etc/cron.d/mkbackup")), "");
  }
}
