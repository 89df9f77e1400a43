package org.mkbackup.adapter.flock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds who holds a lock, in the kernel's list of locks. */
final class LockHolder {
  private static final Path LOCKS = Path.of("/proc/locks");

  /* 1: FLOCK  ADVISORY  WRITE 7312 fe:00:2147537 0 EOF; those who wait have an arrow. */
  private static final Pattern HELD =
      Pattern.compile("\\d+: FLOCK +\\S+ +\\S+ +(\\d+) +([0-9a-f]+:[0-9a-f]+:\\d+) .*");

  private LockHolder() {}

  /** The process that holds the lock on a file; empty if the kernel doesn't tell. */
  static OptionalLong of(LockFile.Identity file) {
    String place =
        String.format(
            Locale.ROOT, "%02x:%02x:%d", major(file.device()), minor(file.device()), file.inode());
    try (Stream<String> lines = Files.lines(LOCKS)) {
      return lines
          .map(HELD::matcher)
          .filter(line -> line.matches() && line.group(2).equals(place))
          .mapToLong(LockHolder::process)
          .filter(process -> process > 0)
          .findFirst();
    } catch (IOException | java.io.UncheckedIOException untold) {
      return OptionalLong.empty();
    }
  }

  private static long process(Matcher line) {
    return Long.parseLong(line.group(1));
  }

  private static long major(long device) {
    return (device >>> 8 & 0xfff) | (device >>> 32 & ~0xfffL);
  }

  private static long minor(long device) {
    return (device & 0xff) | (device >>> 12 & ~0xffL);
  }
}
