package org.mkbackup.domain.appliance;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mkbackup.domain.failure.ConfigurationException;

/**
 * The commands that an appliance is handled with.
 *
 * @param lines a program and its arguments for each step
 */
public record ApplianceCommands(Map<Step, List<String>> lines) {
  /** Stands in {@link Step#POST_INSTALL} for the name of the version. */
  public static final String VERSION = "{version}";

  /** What there is a command for; settings call it by {@link #key}. */
  public enum Step {
    /** Prints the configuration of the mirrored volume; fails where there is none. */
    CLUSTER_SHOW,
    /** Prints the role of this node, {@code Primary…} or another. */
    CLUSTER_ROLE,
    /** Keeps the cluster's manager from moving the volume while it is restored. */
    CLUSTER_STOP,
    CLUSTER_START,
    /** Succeeds if the data volume is mounted. */
    DATA_MOUNTED,
    DATA_MOUNT,
    DATA_UNMOUNT,
    DRBD_DOWN,
    DRBD_WIPE,
    DRBD_UP,
    DRBD_PRIMARY,
    /** Sets the capabilities of a version's programs. */
    POST_INSTALL,
    REBOOT;

    /** The name in settings: {@code drbd-up}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public ApplianceCommands {
    Map<Step, List<String>> copy = new EnumMap<>(Step.class);
    for (Step step : Step.values()) {
      List<String> line = lines.getOrDefault(step, List.of());
      if (line.isEmpty() || !isProgram(line.get(0))) {
        throw new ConfigurationException(
            "The setting appliance." + step.key() + " names no program",
            "Give a list of a program, by its name or its whole path, and its arguments");
      }
      copy.put(step, List.copyOf(line));
    }
    lines = Map.copyOf(copy);
  }

  private static boolean isProgram(String name) {
    return name.startsWith("/") || (!name.isBlank() && !name.contains("/"));
  }

  /** A program, by its name or its whole path, and its arguments. */
  public List<String> line(Step step) {
    return lines.getOrDefault(step, List.of());
  }

  /** The same, for a version of Checkmk. */
  public List<String> line(Step step, String version) {
    return line(step).stream().map(word -> word.replace(VERSION, version)).toList();
  }
}
