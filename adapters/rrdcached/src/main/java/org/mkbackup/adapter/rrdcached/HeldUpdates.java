package org.mkbackup.adapter.rrdcached;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mkbackup.domain.port.RrdUpdates;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.text.RawName;

/** Holds files by {@code SUSPEND} and {@code RESUME}. */
final class HeldUpdates implements RrdUpdates {
  private final Dialogue dialogue;
  private final RunLog log;
  // What may be held: one that was not answered in time may have been heard.
  private final Map<Path, Set<String>> held = new LinkedHashMap<>();
  private long notHeld;

  HeldUpdates(Dialogue dialogue, RunLog log) {
    this.dialogue = dialogue;
    this.log = log;
  }

  @Override
  public void hold(Path rrd) {
    if (dialogue.isGivenUp()) {
      return;
    }
    try {
      say(rrd, suspend(rrd, RrdPath.arguments(rrd)));
    } catch (NoSuchFileException e) {
      log.verbose("vanished before it was held " + RawName.forPeople(rrd));
    } catch (IOException e) {
      notHeld++;
      log.verbose("not held " + RawName.forPeople(rrd) + ": " + e.getMessage());
    }
  }

  private enum Result {
    UNKNOWN,
    HELD,
    FAILED
  }

  private Result suspend(Path rrd, Set<String> arguments) {
    Result result = Result.UNKNOWN;
    for (String argument : arguments) {
      Optional<Answer> answer = dialogue.ask("SUSPEND " + argument);
      boolean isHeld = answer.filter(Answer::isFine).isPresent();
      if (isHeld || dialogue.isGivenUp()) {
        held.computeIfAbsent(rrd, path -> new LinkedHashSet<>()).add(argument);
      }
      if (isHeld) {
        result = Result.HELD;
      } else if (answer.filter(Answer::isUnknownFile).isEmpty()) {
        return Result.FAILED;
      }
    }
    return result;
  }

  private void say(Path rrd, Result result) {
    switch (result) {
      case HELD -> log.verbose("held " + RawName.forPeople(rrd));
      case UNKNOWN -> log.verbose("no updates to hold for " + RawName.forPeople(rrd));
      case FAILED -> {
        notHeld++;
        log.verbose("not held " + RawName.forPeople(rrd));
      }
    }
  }

  @Override
  public void release(Path rrd) {
    Set<String> arguments = held.getOrDefault(rrd, new LinkedHashSet<>());
    arguments.removeIf(argument -> dialogue.ask("RESUME " + argument).isPresent());
    if (arguments.isEmpty()) {
      held.remove(rrd);
    }
  }

  /**
   * Lets go of everything, also of what an earlier run that was killed left held. A daemon that was
   * given up is asked once more: it would keep the updates of a held file in its memory for ever.
   */
  @Override
  public void close() {
    try (dialogue) {
      boolean released = dialogue.askForTheLastTime("RESUMEALL");
      if (!released && !held.isEmpty()) {
        log.warn(
            "rrdcached may go on holding the updates of "
                + RawName.forPeople(held.keySet().iterator().next())
                + "; restart it to end that");
      } else if (notHeld > 0 && !dialogue.isGivenUp()) {
        log.warn(notHeld + " RRDs were read while rrdcached may have written to them");
      }
    }
  }
}
