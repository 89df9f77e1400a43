package org.mkbackup.application.hook;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.mkbackup.domain.failure.OneLine;
import org.mkbackup.domain.host.Host;

/** What a program is told of a run: variables of its environment. */
final class Facts {
  /** The variable that says what a run failed with. */
  static final String MESSAGE = "MKBACKUP_MESSAGE";

  /* Far below what the kernel takes. */
  private static final int LONGEST = 8000;

  private final Map<String, String> variables = new TreeMap<>();

  /** That is known of every run. */
  Facts(Host host, String mode, String phase) {
    with("CONTEXT", host.context().name().toLowerCase(Locale.ROOT));
    host.ownSite().ifPresent(site -> with("SITE", site.name().value()));
    with("MODE", mode);
    with("PHASE", phase);
  }

  final Facts with(String name, String value) {
    String line = OneLine.of(value);
    variables.put(
        "MKBACKUP_" + name, line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line);
    return this;
  }

  Facts failed(String message) {
    return with("RESULT", "failure").with("MESSAGE", message);
  }

  Map<String, String> variables() {
    return Map.copyOf(variables);
  }
}
