package org.mkbackup.contract;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.mkbackup.domain.run.RunLog;

/** A log that remembers its lines. */
public final class RunLogLines implements RunLog {
  private final List<String> infos = new CopyOnWriteArrayList<>();
  private final List<String> warnings = new CopyOnWriteArrayList<>();
  private final List<String> details = new CopyOnWriteArrayList<>();

  @Override
  public void info(String line) {
    infos.add(line);
  }

  @Override
  public void warn(String line) {
    warnings.add(line);
  }

  @Override
  public void verbose(String line) {
    details.add(line);
  }

  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** The lines that are told under {@code --verbose} only. */
  public List<String> details() {
    return List.copyOf(details);
  }

  public List<String> all() {
    return Stream.of(infos, warnings, details).flatMap(List::stream).toList();
  }
}
