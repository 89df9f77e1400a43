package org.mkbackup.domain.host;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.mkbackup.domain.failure.SiteException;

/**
 * Commands of the system. They are named by their whole paths and get an environment of their own:
 * what they do must not depend on a {@code PATH} that somebody else has set, and what is secret in
 * this process's environment is none of their business.
 */
public final class SystemCommand {
  private static final List<String> DIRECTORIES = List.of("/usr/bin", "/bin", "/usr/sbin", "/sbin");

  private SystemCommand() {}

  /**
   * Where a command is.
   *
   * @param packageName what has it, for the message
   * @throws SiteException if the system doesn't have it
   */
  public static String find(String name, String packageName) {
    return DIRECTORIES.stream()
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new SiteException(
                    "There is no command " + name + " in " + String.join(", ", DIRECTORIES),
                    "Install " + packageName))
        .toString();
  }

  /** All the environment that such a command needs. */
  public static Map<String, String> environment() {
    return Map.of("PATH", String.join(":", DIRECTORIES), "LC_ALL", "C");
  }
}
