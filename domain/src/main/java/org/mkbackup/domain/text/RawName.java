package org.mkbackup.domain.text;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/**
 * File names as the bytes that Unix holds, whatever the locale says.
 *
 * <p>A name is a {@code String} in which each char is one byte (ISO 8859-1): cheap to compare, to
 * match and to write. {@link Path} is reached by way of percent-escaped file URIs, which the JDK
 * decodes to bytes without a character set, so that names that are not valid in the locale's
 * encoding are opened, listed and made like any others.
 */
public final class RawName {
  private static final Path ROOT = Path.of("/");

  private RawName() {}

  /** The last component of a path as raw bytes. */
  public static String nameOf(Path path) {
    Path name = path.getFileName();
    if (name == null) {
      return "";
    }
    String text = name.toString();
    return isAscii(text) ? text : lastComponent(rawUri(path));
  }

  /** A whole path, as raw bytes; absolute or relative as the path is. */
  public static String of(Path path) {
    String text = path.toString();
    if (isAscii(text)) {
      return text;
    }
    if (path.isAbsolute()) {
      return unescape(rawUri(path));
    }
    return unescape(rawUri(ROOT.resolve(path))).substring(1);
  }

  /** A path below a directory; the name may have several components. */
  public static Path resolve(Path directory, String raw) {
    if (isAscii(raw)) {
      return directory.resolve(raw);
    }
    return directory.resolve(toPath(raw));
  }

  /** A path, absolute or relative as the raw name is. Doubled slashes become single ones. */
  public static Path toPath(String raw) {
    if (isAscii(raw)) {
      return Path.of(raw);
    }
    // The JDK takes one slash off the end of a URI, and leaves a second one in the path.
    int end = raw.length();
    while (raw.charAt(end - 1) == '/') {
      end--;
    }
    Path absolute = Path.of(URI.create("file:///" + escape(raw.substring(0, end))));
    // Unlike relativize(), this leaves ".." alone.
    return raw.startsWith("/") ? absolute : absolute.subpath(0, absolute.getNameCount());
  }

  /** The raw name of a text that is to be stored in UTF-8, as Checkmk's own files are. */
  public static String ofText(String text) {
    return isAscii(text)
        ? text
        : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** A raw name for people: its bytes as UTF-8, with a replacement where they aren't. */
  public static String forPeople(String raw) {
    return isAscii(raw) ? raw : new String(bytes(raw), StandardCharsets.UTF_8);
  }

  /** A path for people, right in any locale. */
  public static String forPeople(Path path) {
    return forPeople(of(path));
  }

  public static byte[] bytes(String raw) {
    return raw.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 126) {
        return false;
      }
    }
    return true;
  }

  /* toUri() asks the file system whether the path is a directory, to end it in a slash. */
  private static String rawUri(Path path) {
    String raw = path.toUri().getRawPath();
    return raw.length() > 1 && raw.endsWith("/") ? raw.substring(0, raw.length() - 1) : raw;
  }

  private static String lastComponent(String rawUri) {
    return unescape(rawUri.substring(rawUri.lastIndexOf('/') + 1));
  }

  private static String escape(String raw) {
    StringBuilder uri = new StringBuilder(raw.length() + 16);
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '/' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) {
        uri.append(c);
      } else if (c > 255) {
        throw new IllegalArgumentException("a char that is no byte in a raw name");
      } else {
        uri.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return uri.toString();
  }

  private static String unescape(String uri) {
    StringBuilder raw = new StringBuilder(uri.length());
    for (int i = 0; i < uri.length(); i++) {
      char c = uri.charAt(i);
      if (c == '%') {
        raw.append((char) Integer.parseInt(uri, i + 1, i + 3, 16));
        i += 2;
      } else {
        raw.append(c);
      }
    }
    return raw.toString();
  }
}
