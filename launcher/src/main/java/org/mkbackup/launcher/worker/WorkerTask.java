package org.mkbackup.launcher.worker;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a worker can be told to do, by the first word of its command line. */
enum WorkerTask {
  RECOVER,
  PACK,
  CHECK,
  UNPACK,
  CONVERT,
  HOOKS,
  REMOVE,
  CARRY_OVER,
  CARRY_BACK,
  CLEAR,
  BEGIN_IN_PLACE,
  END_IN_PLACE;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<WorkerTask> of(String word) {
    return Arrays.stream(values()).filter(task -> task.word().equals(word)).findFirst();
  }
}
