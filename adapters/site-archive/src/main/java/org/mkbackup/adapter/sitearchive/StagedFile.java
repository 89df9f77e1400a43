package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/** A new file, whose content and attributes are still to come. */
final class StagedFile {

  /** Gives the file its attributes. */
  interface Completion {
    void run() throws IOException;
  }

  private final FileChannel channel;
  private final FileWriter writer;
  private final Completion completion;
  private long left;

  StagedFile(FileChannel channel, long size, Completion completion) {
    this.channel = channel;
    this.completion = completion;
    writer = new FileWriter(channel, size);
    left = size;
  }

  /** Has it filled and completed: a step for each part of its content, or one for none. */
  void fill(TarReader content, String below, WriteBehind behind) throws IOException {
    boolean handedOver = false;
    try {
      if (left == 0) {
        behind.add(below, new Part(null, null, true));
      }
      content.content(
          (bytes, part) -> {
            left -= bytes.remaining();
            part.share();
            behind.add(below, new Part(bytes, part, left == 0));
          });
      handedOver = true;
    } finally {
      if (!handedOver) {
        channel.close();
      }
    }
  }

  /** The next part of the content, or the end of a file without any. */
  private final class Part implements WriteBehind.Step {
    private final @Nullable ByteBuffer bytes;
    private final @Nullable Expanded loan;
    private final boolean last;

    Part(@Nullable ByteBuffer bytes, @Nullable Expanded loan, boolean last) {
      this.bytes = bytes;
      this.loan = loan;
      this.last = last;
    }

    @Override
    public void run() throws IOException {
      if (bytes != null) {
        writer.write(bytes);
      }
      if (last) {
        writer.finish();
        channel.close();
        completion.run();
      }
    }

    @Override
    public void drop() {
      if (loan != null) {
        loan.giveBack();
      }
      if (last) {
        close();
      }
    }

    private void close() {
      try {
        channel.close();
      } catch (IOException e) {
        // It is closed, and nobody will see the file.
      }
    }
  }
}
