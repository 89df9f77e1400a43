package org.mkbackup.adapter.omd;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the kernel says of a process in {@code /proc/PID/status}.
 *
 * @param uids the real and the effective user
 * @param group the process group
 */
record ProcessStatus(List<Long> uids, String state, String group) {

  /** Empty if the process has ended. */
  static Optional<ProcessStatus> of(long pid) {
    List<String> lines;
    try {
      lines =
          Files.readAllLines(
              Path.of("/proc", Long.toString(pid), "status"), StandardCharsets.ISO_8859_1);
    } catch (IOException ended) {
      return Optional.empty();
    }
    return of(lines);
  }

  static Optional<ProcessStatus> of(List<String> lines) {
    Map<String, String> fields =
        lines.stream()
            .map(line -> line.split(":\\s*", 2))
            .filter(pair -> pair.length == 2)
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> first));
    String uids = fields.getOrDefault("Uid", "");
    return uids.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ProcessStatus(
                Stream.of(uids.split("\\s+")).limit(2).map(Long::valueOf).toList(),
                fields.getOrDefault("State", ""),
                fields.getOrDefault("NSpgid", "")));
  }

  /** Whether it still does something; one that has ended may have to wait for its parent. */
  boolean isAlive() {
    return !state.startsWith("Z") && !state.startsWith("X");
  }

  boolean belongsTo(long uid) {
    return uids.contains(uid);
  }

  /** Whether it belongs to the same user and the same pipeline. */
  boolean isInGroupOf(ProcessStatus other) {
    return uids.equals(other.uids) && !group.isEmpty() && group.equals(other.group);
  }
}
