package org.mkbackup.adapter.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.port.RunJournal;
import org.mkbackup.domain.run.RunState;
import org.mkbackup.domain.text.RawName;

/**
 * State files as Checkmk's agent and web interface read them.
 *
 * <p>They are not forced to the disk: they are written every second, and what a run did is to be
 * found on the target.
 */
final class JsonRunJournal implements RunJournal {
  private static final String ALL = "*.state";
  private static final String CONTENT = "its content";

  private final ReplacedFile files;

  JsonRunJournal(ReplacedFile files) {
    this.files = files;
  }

  @Override
  public void write(Path stateFile, RunState state) {
    String text = PythonJsonText.of(StateDocument.of(state)) + "\n";
    try {
      files.write(stateFile, text.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new SiteException(
          "Can't write the state file " + RawName.forPeople(stateFile) + ": " + SystemReason.of(e),
          "Make it writable, and see that there is room for it",
          e);
    }
  }

  @Override
  public Optional<RunState> read(Path stateFile) {
    try {
      return Files.notExists(stateFile, LinkOption.NOFOLLOW_LINKS)
          ? Optional.empty()
          : Optional.of(readFile(stateFile));
    } catch (NoSuchFileException removed) {
      return Optional.empty();
    } catch (IOException e) {
      throw cannotRead(stateFile, SystemReason.of(e), e);
    } catch (ArchiveException e) {
      throw cannotRead(stateFile, e.what(), e);
    }
  }

  private static RunState readFile(Path stateFile) throws IOException {
    // Nothing else is opened: a pipe would have to be waited for.
    if (!Files.readAttributes(stateFile, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
        .isRegularFile()) {
      throw new ArchiveException("it is no file", "");
    }
    try (InputStream stored = Files.newInputStream(stateFile, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = stored.readNBytes(PythonJson.MOST_BYTES + 1);
      return StateDocument.read(new JsonField(CONTENT, new PythonJson(CONTENT).read(bytes)));
    }
  }

  private static SiteException cannotRead(Path stateFile, String why, Exception e) {
    return new SiteException(
        "The state file " + RawName.forPeople(stateFile) + " can't be read: " + why,
        "Remove it; the next run writes a new one",
        e);
  }

  @Override
  public void remove(Path stateFile) {
    try {
      Files.deleteIfExists(stateFile);
    } catch (IOException e) {
      throw new SiteException(
          "Can't remove the state file " + RawName.forPeople(stateFile) + ": " + SystemReason.of(e),
          "Remove it by hand",
          e);
    }
  }

  @Override
  public void removeAll(Path directory) {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (DirectoryStream<Path> states = Files.newDirectoryStream(directory, ALL)) {
      for (Path state : states) {
        if (!Files.isDirectory(state, LinkOption.NOFOLLOW_LINKS)) {
          Files.deleteIfExists(state);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw cannotRemove(directory, Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw cannotRemove(directory, e);
    }
  }

  private static SiteException cannotRemove(Path directory, IOException e) {
    return new SiteException(
        "Can't remove the state files in "
            + RawName.forPeople(directory)
            + ": "
            + SystemReason.of(e),
        "Remove them by hand: they tell of runs before the restore",
        e);
  }
}
