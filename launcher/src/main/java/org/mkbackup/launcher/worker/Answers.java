package org.mkbackup.launcher.worker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.mkbackup.application.site.ConflictDecision;

/** Answers a worker's questions on its standard input. */
final class Answers {
  static final String NO_TERMINAL = "-";

  private final ConflictDecision.Prompt prompt;
  private final OutputStream stdin;

  Answers(ConflictDecision.Prompt prompt, OutputStream stdin) {
    this.prompt = prompt;
    this.stdin = stdin;
  }

  void answer(String file) {
    String answer = prompt.ask(file).map(Enum::name).orElse(NO_TERMINAL);
    try {
      stdin.write((answer + "\n").getBytes(StandardCharsets.US_ASCII));
      stdin.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
