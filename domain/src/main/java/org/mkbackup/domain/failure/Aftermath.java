package org.mkbackup.domain.failure;

import java.util.Collection;
import java.util.LinkedHashSet;

/** What failed as well while a failure was put right: an undo, or a start of the site. */
public final class Aftermath {
  private Aftermath() {}

  /** Sentences to be added to the failure's own, each after a blank; empty if nothing failed. */
  public static String of(Throwable failure) {
    Collection<String> told = new LinkedHashSet<>();
    collect(failure, told);
    return told.isEmpty() ? "" : " " + String.join(" ", told);
  }

  private static void collect(Throwable failure, Collection<String> told) {
    for (Throwable second : failure.getSuppressed()) {
      if (second instanceof MkbackupException known) {
        told.add(known.getMessage());
      }
      collect(second, told);
    }
    if (failure.getCause() != null) {
      collect(failure.getCause(), told);
    }
  }
}
