package org.mkbackup.application.appliance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mkbackup.domain.failure.ApplianceException;

/** What was done to an appliance, in order; one kind of call can be made to fail. */
final class Calls {
  private final List<String> made = new ArrayList<>();
  private Optional<String> failing = Optional.empty();
  private boolean any;

  void failAt(String call) {
    failing = Optional.of(call);
  }

  void failAtAny() {
    any = true;
  }

  void failNoMore() {
    failing = Optional.empty();
    any = false;
  }

  void clear() {
    made.clear();
  }

  List<String> made() {
    return List.copyOf(made);
  }

  void add(String call) {
    made.add(call);
    if (any || failing.equals(Optional.of(call))) {
      throw new ApplianceException(call + " fails", "");
    }
  }
}
