package org.mkbackup.adapter.syslog;

import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.LogSink;

/** Offers the system's log. */
public final class SyslogProvider implements AdapterProvider<LogSink.Factory> {

  @Override
  public String id() {
    return "syslog";
  }

  @Override
  public Class<LogSink.Factory> port() {
    return LogSink.Factory.class;
  }

  @Override
  public LogSink.Factory create(Host host) {
    return rotation -> new Syslog(host.path("/dev/log"));
  }
}
