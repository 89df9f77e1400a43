package org.mkbackup.application.stream;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.mkbackup.domain.run.Progress;

/** Tells how much was written. */
public final class ProgressOutput extends FilterOutputStream {
  private final Progress progress;

  public ProgressOutput(OutputStream sink, Progress progress) {
    super(sink);
    this.progress = progress;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    progress.advanced(length);
  }
}
