package org.mkbackup.adapter.skeleton;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.port.SkeletonConverter.Conflicts;
import org.mkbackup.domain.port.SkeletonConverter.Conversion;
import org.mkbackup.domain.text.RawName;

/** Converts one file, or one symlink, that came from the skeleton. */
final class FileConverter {
  /** Beyond this a file is not merged: it is replaced if the user left it alone, or a conflict. */
  private static final long MOST_MERGED = 16 << 20;

  private final Conversion conversion;
  private final Conflicts conflicts;
  private final Filling before;
  private final Filling after;

  FileConverter(Conversion conversion, Conflicts conflicts) {
    this.conversion = conversion;
    this.conflicts = conflicts;
    this.before = new Filling(conversion.from(), conversion.version());
    this.after = new Filling(conversion.to(), conversion.version());
  }

  void convertLink(String path, Path template, Path link) {
    try {
      String skeleton = RawName.of(Files.readSymbolicLink(template));
      String base = before.fill(skeleton);
      String fresh = after.fill(skeleton);
      if (!base.equals(fresh)
          && Files.isSymbolicLink(link)
          && RawName.of(Files.readSymbolicLink(link)).equals(base)) {
        Replacement.link(link, RawName.toPath(fresh));
        tell(path, "Converted");
      }
    } catch (IOException e) {
      throw failed(path, e);
    }
  }

  void convertFile(String path, Path template, Path file) {
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        return;
      }
      String skeleton = Replacement.read(template);
      String base = before.fill(skeleton);
      String fresh = after.fill(skeleton);
      if (!base.equals(fresh)) {
        convertFile(path, file, base, fresh);
      }
    } catch (IOException e) {
      throw failed(path, e);
    }
  }

  private void convertFile(String path, Path file, String base, String fresh) throws IOException {
    Optional<String> merged = Optional.empty();
    if (Files.size(file) <= MOST_MERGED) {
      String user = Replacement.read(file);
      merged = Merge.of(base, user, fresh);
      if (merged.isPresent() && merged.get().equals(user)) {
        return;
      }
    }
    if (merged.isPresent()) {
      Replacement.file(file, merged.get());
      tell(path, "Converted");
    } else {
      settle(path, file, fresh);
    }
  }

  private void settle(String path, Path file, String fresh) throws IOException {
    switch (conflicts.decide(path)) {
      case INSTALL -> {
        Replacement.file(file, fresh);
        tell(path, "Changed by the user as well, replaced by the new default:");
      }
      case KEEP_OLD -> tell(path, "Changed by the user as well, kept as it was:");
      case ABORT ->
          throw new SiteException(
              RawName.forPeople(path) + " was changed by the user where the site's name changes it",
              "Choose '--conflict install' or '--conflict keepold'");
    }
  }

  private void tell(String path, String what) {
    conversion.log().info(what + " " + RawName.forPeople(path));
  }

  private static SiteException failed(String path, IOException e) {
    return new SiteException(
        "Can't convert " + RawName.forPeople(path) + ": " + SystemReason.of(e),
        "Check the room and the rights in the site",
        e);
  }
}
