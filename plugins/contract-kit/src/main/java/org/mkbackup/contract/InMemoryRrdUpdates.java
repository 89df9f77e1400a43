package org.mkbackup.contract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mkbackup.domain.port.RrdUpdates;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteTree;

/** A daemon that holds files in a set, and remembers what it was told. */
public final class InMemoryRrdUpdates implements RrdUpdates.Daemon {
  private final Set<Path> held = new HashSet<>();
  private final List<String> calls = new ArrayList<>();
  private boolean running = true;

  public boolean isHeld(Path rrd) {
    return held.contains(rrd);
  }

  /** What was asked for while it ran: {@code hold PATH}, {@code release PATH}, {@code close}. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  /** What was held is not held any more. */
  public void stop() {
    running = false;
    held.clear();
  }

  public void start() {
    running = true;
  }

  @Override
  public RrdUpdates connect(SiteTree site, RunLog log) {
    if (!running) {
      log.verbose("No daemon holds the RRDs of site " + site.name());
    }
    return new Connected(log);
  }

  private final class Connected implements RrdUpdates {
    private final RunLog log;

    Connected(RunLog log) {
      this.log = log;
    }

    @Override
    public void hold(Path rrd) {
      if (told("hold " + rrd)) {
        held.add(rrd);
      }
    }

    @Override
    public void release(Path rrd) {
      if (told("release " + rrd)) {
        held.remove(rrd);
      }
    }

    @Override
    public void close() {
      if (told("close")) {
        held.clear();
      }
    }

    private boolean told(String call) {
      if (running) {
        calls.add(call);
      } else {
        log.warn("No daemon to tell: " + call);
      }
      return running;
    }
  }
}
