package org.mkbackup.domain.run;

/**
 * Where a run tells what happens. Lines may come from several threads. Control characters in a line
 * are replaced by the receiver.
 */
public interface RunLog {
  void info(String line);

  /** Something that a person should look at, though the run goes on. */
  void warn(String line);

  /** Told under {@code --verbose} only. */
  void verbose(String line);

  /** Tells nobody. */
  static RunLog silent() {
    return new RunLog() {
      @Override
      public void info(String line) {}

      @Override
      public void warn(String line) {}

      @Override
      public void verbose(String line) {}
    };
  }
}
