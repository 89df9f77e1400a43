package org.mkbackup.application.appliance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.mkbackup.domain.run.RunLog;

/** Which parts of an appliance a restore has replaced. */
final class Ledger {
  static final String CONFIGURATION = "the system's configuration";

  private static final String TARGET =
      ". Set up the target and its mount again if the restored configuration lacks them";

  private enum Progress {
    UNTOUCHED,
    BEGUN,
    REPLACED
  }

  private final Map<String, Progress> parts = new LinkedHashMap<>();

  /** All parts that there are to replace, in their order. */
  Ledger(List<String> names) {
    names.forEach(name -> parts.put(name, Progress.UNTOUCHED));
  }

  /** Replaces a part; what fails leaves it half replaced. */
  void replace(String part, Runnable work) {
    parts.put(part, Progress.BEGUN);
    work.run();
    parts.put(part, Progress.REPLACED);
  }

  /**
   * Replaces a part that is the old or the new one if this fails.
   *
   * @param isHalf tells after a failure whether it is neither, because an undo failed as well
   */
  void replaceWhole(String part, Runnable work, BooleanSupplier isHalf) {
    try {
      work.run();
    } catch (RuntimeException | Error failure) {
      if (isHalf.getAsBoolean()) {
        parts.put(part, Progress.BEGUN);
      }
      throw failure;
    }
    parts.put(part, Progress.REPLACED);
  }

  boolean isHalfReplaced(String part) {
    return parts.get(part) == Progress.BEGUN;
  }

  boolean isUntouched() {
    return parts.values().stream().allMatch(Progress.UNTOUCHED::equals);
  }

  /** Says what a restore that failed has done and what it hasn't. */
  void tell(RunLog log) {
    if (isUntouched()) {
      log.warn("Nothing was replaced");
      return;
    }
    log.warn(
        "Replaced: "
            + list(Progress.REPLACED)
            + "; half replaced: "
            + list(Progress.BEGUN)
            + "; not replaced: "
            + list(Progress.UNTOUCHED)
            + ". The same command, run again, finishes the restore"
            + (parts.get(CONFIGURATION) == Progress.UNTOUCHED ? "" : TARGET));
  }

  private String list(Progress progress) {
    List<String> names = new ArrayList<>();
    parts.forEach(
        (name, state) -> {
          if (state == progress) {
            names.add(name);
          }
        });
    return names.isEmpty() ? "nothing" : String.join(", ", names);
  }
}
