package org.mkbackup.launcher.console;

import org.mkbackup.application.run.RunObserver;

/** Sees to it that a run that makes progress hears of a signal. */
public final class StoppableObserver implements RunObserver {
  private final RunObserver observer;
  private final StopSignal stop;

  public StoppableObserver(RunObserver observer, StopSignal stop) {
    this.observer = observer;
    this.stop = stop;
  }

  @Override
  public boolean isVerbose() {
    return observer.isVerbose();
  }

  @Override
  public void started() {
    observer.started();
  }

  @Override
  public void info(String line) {
    observer.info(line);
  }

  @Override
  public void warn(String line) {
    observer.warn(line);
  }

  @Override
  public void verbose(String line) {
    observer.verbose(line);
  }

  @Override
  public void expecting(long bytes) {
    observer.expecting(bytes);
  }

  @Override
  public void advanced(long bytes) {
    observer.advanced(bytes);
    stop.remind();
  }

  @Override
  public void at(String member) {
    observer.at(member);
    stop.remind();
  }
}
