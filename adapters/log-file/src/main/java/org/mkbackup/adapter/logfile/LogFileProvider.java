package org.mkbackup.adapter.logfile;

import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.LogSink;

/** Offers {@code var/log/mkbackup.log} of the own site. */
public final class LogFileProvider implements AdapterProvider<LogSink.Factory> {
  private static final String PLACE = "var/log/mkbackup.log";

  @Override
  public String id() {
    return "file";
  }

  @Override
  public Class<LogSink.Factory> port() {
    return LogSink.Factory.class;
  }

  @Override
  public LogSink.Factory create(Host host) {
    return rotation -> new LogFile(host.requireOwnSite().home().resolve(PLACE), rotation);
  }
}
