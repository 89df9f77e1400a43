package org.mkbackup.launcher.command;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.mkbackup.application.status.JobCheck;
import org.mkbackup.domain.failure.OneLine;
import org.mkbackup.domain.host.Host;

/**
 * Jobs as a local check of Checkmk: a line each, {@code STATE "NAME" METRICS TEXT}. What comes from
 * configuration can neither end a line, nor a name, nor begin metrics.
 */
final class CheckmkLines {
  private static final int LONGEST_TEXT = 1000;

  private final Host host;

  CheckmkLines(Host host) {
    this.host = host;
  }

  String of(JobCheck check) {
    String metrics =
        check.metrics().stream().map(CheckmkLines::metric).collect(Collectors.joining("|"));
    return line(check.state(), " " + check.job(), metrics, check.text());
  }

  /** Where nothing can be told of any job. */
  String failure(String message) {
    return line(JobCheck.State.CRIT, "", "", message);
  }

  /* The services of all sites of a machine come from one agent: their names may not be the same. */
  private String line(JobCheck.State state, String job, String metrics, String text) {
    String site = host.ownSite().map(own -> " " + own.name()).orElse("");
    return code(state)
        + " \""
        + plain("Backup" + site + job)
        + "\" "
        + (metrics.isEmpty() ? "-" : metrics)
        + " "
        + shortened(plain(text));
  }

  private static int code(JobCheck.State state) {
    return switch (state) {
      case OK -> 0;
      case WARN -> 1;
      case CRIT -> 2;
    };
  }

  private static String metric(JobCheck.Metric metric) {
    List<OptionalDouble> levels = List.of(metric.warn(), metric.crit());
    String line =
        metric.name()
            + "="
            + number(metric.value())
            + levels.stream()
                .map(level -> ";" + level(level, metric.ofBothSigns()))
                .collect(Collectors.joining());
    return line.replaceFirst(";+$", "");
  }

  private static String level(OptionalDouble level, boolean ofBothSigns) {
    if (level.isEmpty()) {
      return "";
    }
    String upper = number(level.getAsDouble());
    return ofBothSigns ? "-" + upper + ":" + upper : upper;
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }

  private static String plain(String text) {
    return OneLine.of(text).replace('"', '\'').replace('\\', '/').replace('|', '/');
  }

  private static String shortened(String text) {
    return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "..." : text;
  }
}
