package org.mkbackup.launcher.console;

import java.io.IOException;
import java.util.logging.LogManager;

/**
 * Has libraries say nothing by themselves: failures come as exceptions. The start script names it.
 */
public final class SilentLogs extends LogManager {

  /* Were this to end well, Java would look through all jars for other loggers. */
  @Override
  public void readConfiguration() throws IOException {
    throw new IOException("There is nothing to read");
  }
}
