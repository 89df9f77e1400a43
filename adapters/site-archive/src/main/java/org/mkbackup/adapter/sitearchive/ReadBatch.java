package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Files that were found one after the other, with the content of the small ones. */
final class ReadBatch {
  private static final int MOST_FILES = 128;
  private static final int ROOM = 1 << 20;
  private static final int LARGEST = 64 * 1024;

  private final List<ReadFile> files = new ArrayList<>(MOST_FILES);
  private final ByteBuffer contents = ByteBuffer.allocateDirect(ROOM);
  private @Nullable Throwable end;
  private boolean last;

  List<ReadFile> files() {
    return files;
  }

  void clear() {
    files.clear();
    contents.clear();
  }

  boolean isFull() {
    return files.size() == MOST_FILES || contents.remaining() <= LARGEST;
  }

  /** Adds a file; a content that can't be read now is left to whoever wants it. */
  void add(SiteFile file, FileOpener opener) {
    Inode inode = file.inode();
    boolean small = inode.isFile() && inode.names() == 1 && inode.size() < LARGEST;
    files.add(small && opener.isReadAsItStands(file) ? read(file, opener) : ReadFile.unread(file));
  }

  private ReadFile read(SiteFile file, FileOpener opener) {
    int from = contents.position();
    // One byte more tells whether the file goes on.
    contents.limit(from + (int) file.inode().size() + 1);
    try (OpenFile open = opener.openSmall(file)) {
      int read;
      do {
        read = open.channel().read(contents);
      } while (read >= 0 && contents.position() - from < file.inode().size());
      ByteBuffer content = contents.duplicate().flip().position(from);
      OpenFile kept = new OpenFile(new BytesChannel(content), open.size(), () -> {});
      return new ReadFile(file, Optional.of(kept));
    } catch (IOException e) {
      contents.position(from);
      return ReadFile.unread(file);
    } finally {
      contents.limit(ROOM);
    }
  }

  /** Nothing comes behind it, or what was to come couldn't be found for a failure. */
  void endWith(@Nullable Throwable failure) {
    last = true;
    end = failure;
  }

  boolean isLast() {
    return last;
  }

  /** Throws what the walk ended with, if that was a failure. */
  void checkEnd() throws IOException {
    if (end instanceof IOException e) {
      throw e;
    }
    if (end instanceof RuntimeException e) {
      throw e;
    }
    if (end instanceof Error e) {
      throw e;
    }
  }
}
