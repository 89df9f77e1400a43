package org.mkbackup.application.site;

import java.util.Optional;
import org.mkbackup.domain.port.SkeletonConverter;
import org.mkbackup.domain.port.SkeletonConverter.Choice;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.text.RawName;

/** Turns a {@link ConflictPolicy} into decisions about files. */
public final class ConflictDecision {
  private ConflictDecision() {}

  /** Asks the person at the terminal. */
  public interface Prompt {
    /** The choice; empty if there is no terminal. */
    Optional<Choice> ask(String file);
  }

  static SkeletonConverter.Conflicts of(ConflictPolicy policy, Prompt prompt, RunLog log) {
    return switch (policy) {
      case INSTALL -> file -> Choice.INSTALL;
      case KEEP_OLD -> file -> Choice.KEEP_OLD;
      case ABORT -> file -> Choice.ABORT;
      case ASK -> file -> ask(file, prompt, log);
    };
  }

  private static Choice ask(String file, Prompt prompt, RunLog log) {
    return prompt
        .ask(RawName.forPeople(file))
        .orElseGet(
            () -> {
              log.warn(
                  RawName.forPeople(file)
                      + ": there is no terminal to ask on, so the user's file is kept as it is");
              return Choice.KEEP_OLD;
            });
  }
}
