package org.mkbackup.launcher;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mkbackup.launcher.command.CommandLines;
import org.mkbackup.launcher.console.StopSignal;

/**
 * Where the programs begin. The first argument says which one: {@code mkbackup}, {@code omd}, or
 * {@code worker} for a child process of root.
 */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    Map<String, String> environment = System.getenv();
    List<String> words = Arrays.asList(arguments);
    StopSignal stop = new StopSignal();
    stop.exitWith(() -> new CommandLines(environment, stop).run(words));
  }
}
