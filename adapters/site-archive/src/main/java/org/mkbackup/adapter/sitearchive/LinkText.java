package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.mkbackup.domain.text.RawName;

/**
 * The texts of symlinks, byte for byte. {@link Path} drops slashes that are doubled or at the end,
 * when it is made of text.
 */
final class LinkText {
  private LinkText() {}

  static String read(Path link) throws IOException {
    Path text = Files.readSymbolicLink(link);
    String raw = RawName.of(text);
    // The way by a URI takes one slash off the end.
    boolean byUri = !Utf8.isAscii(raw);
    return byUri && text.toString().endsWith("/") ? raw + "/" : raw;
  }

  static Path make(Path link, String raw) throws IOException {
    if (!raw.contains("//") && (raw.length() == 1 || !raw.endsWith("/"))) {
      return Files.createSymbolicLink(link, RawName.toPath(raw));
    }
    if (Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(RawName.forPeople(link));
    }
    RawCommand.run(List.of("ln", "-s", "-T", "--"), List.of(raw, RawName.of(link)));
    return link;
  }
}
