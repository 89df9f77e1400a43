package org.mkbackup.launcher.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.failure.StoppedException;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.launcher.console.StopSignal;

/** Passes the bytes of an archive from a worker or to one, and counts them. */
final class ArchivePipe {
  private static final int BUFFER = 1 << 18;

  private final Progress progress;
  private final StopSignal stop;

  ArchivePipe(Progress progress, StopSignal stop) {
    this.progress = progress;
    this.stop = stop;
  }

  /** Flushes the sink at the end. */
  void drain(InputStream worker, OutputStream sink) {
    byte[] buffer = new byte[BUFFER];
    try {
      for (int read = read(worker, buffer); read >= 0; read = read(worker, buffer)) {
        requireGoingOn();
        sink.write(buffer, 0, read);
        progress.advanced(read);
      }
      requireGoingOn();
      sink.flush();
    } catch (IOException e) {
      throw new TargetException("Can't write the archive: " + e.getMessage(), "", e);
    }
  }

  /* A pipe whose writer was ended is at its end: how the writer ended tells why. */
  private static int read(InputStream worker, byte[] buffer) {
    try {
      return worker.read(buffer);
    } catch (IOException ended) {
      return -1;
    }
  }

  /** Feeds a worker as long as it listens: it may have failed, which its result tells. */
  void feed(InputStream archive, OutputStream worker) {
    byte[] buffer = new byte[BUFFER];
    boolean listening = true;
    while (listening) {
      int read = readArchive(archive, buffer);
      requireGoingOn();
      listening = read >= 0 && write(worker, buffer, read);
      progress.advanced(Math.max(read, 0));
    }
    close(worker);
  }

  private static int readArchive(InputStream archive, byte[] buffer) {
    try {
      return archive.read(buffer);
    } catch (IOException e) {
      throw new ArchiveException("The archive can't be read: " + e.getMessage(), "", e);
    }
  }

  private static boolean write(OutputStream worker, byte[] buffer, int length) {
    try {
      worker.write(buffer, 0, length);
      return true;
    } catch (IOException gone) {
      return false;
    }
  }

  private static void close(OutputStream worker) {
    try {
      worker.close();
    } catch (IOException gone) {
      // It has heard all that it wanted to.
    }
  }

  private void requireGoingOn() {
    if (stop.isStopping()) {
      throw new StoppedException("Stopped by a signal", "");
    }
  }
}
