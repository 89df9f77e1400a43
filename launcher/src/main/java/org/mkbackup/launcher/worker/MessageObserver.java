package org.mkbackup.launcher.worker;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import org.mkbackup.application.run.RunObserver;

/** Sends what happens to the parent, the current file a few times a second. */
final class MessageObserver implements RunObserver {
  private static final long BETWEEN_FILES = TimeUnit.MILLISECONDS.toNanos(200);

  private final PrintStream messages;
  private long lastFile = System.nanoTime();

  MessageObserver(PrintStream messages) {
    this.messages = messages;
  }

  @Override
  public void info(String line) {
    send(Message.Kind.INFO, line);
  }

  @Override
  public void warn(String line) {
    send(Message.Kind.WARNING, line);
  }

  @Override
  public void verbose(String line) {
    send(Message.Kind.VERBOSE, line);
  }

  @Override
  public void at(String member) {
    long now = System.nanoTime();
    if (now - lastFile > BETWEEN_FILES) {
      lastFile = now;
      send(Message.Kind.AT, member);
    }
  }

  private synchronized void send(Message.Kind kind, String text) {
    messages.println(Message.of(kind, text).line());
  }
}
