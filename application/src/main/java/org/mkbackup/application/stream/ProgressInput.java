package org.mkbackup.application.stream;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.mkbackup.domain.run.Progress;

/** Tells how much was read. */
public final class ProgressInput extends FilterInputStream {
  private final Progress progress;

  public ProgressInput(InputStream source, Progress progress) {
    super(source);
    this.progress = progress;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    if (read >= 0) {
      progress.advanced(1);
    }
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    if (read > 0) {
      progress.advanced(read);
    }
    return read;
  }
}
