package org.mkbackup.adapter.hooks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process and all that it started. */
final class ProcessTree {
  private static final int PATIENCE_SECONDS = 3;

  private ProcessTree() {}

  /** Ends them, asking first; does nothing to what a process that has ended left behind. */
  static void end(Process process) {
    List<ProcessHandle> all = all(process);
    all.forEach(ProcessHandle::destroy);
    process.onExit().completeOnTimeout(process, PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    all.forEach(ProcessHandle::destroyForcibly);
    all(process).forEach(ProcessHandle::destroyForcibly);
  }

  private static List<ProcessHandle> all(Process process) {
    return Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
  }
}
