package org.mkbackup.launcher.console;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Standard output for text in UTF-8. It never fails, but remembers that it should have. */
public final class StandardOutput extends PrintStream {
  private final Remembering sink;

  StandardOutput(OutputStream sink) {
    this(new Remembering(sink));
  }

  private StandardOutput(Remembering sink) {
    super(sink, true, StandardCharsets.UTF_8);
    this.sink = sink;
  }

  /** Why something of what was written got lost; empty: nothing did. */
  public Optional<IOException> failure() {
    flush();
    return sink.failure;
  }

  private static final class Remembering extends FilterOutputStream {
    private Optional<IOException> failure = Optional.empty();

    Remembering(OutputStream sink) {
      super(sink);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        failure = Optional.of(e);
        throw e;
      }
    }
  }
}
