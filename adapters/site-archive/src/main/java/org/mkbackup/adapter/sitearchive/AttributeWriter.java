package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.text.RawName;

/**
 * Gives files the attributes of their members, and takes other extended ones from them. It is for
 * one thread at a time.
 */
final class AttributeWriter {
  private static final int AT_FDCWD = -100;
  private static final int AT_SYMLINK_NOFOLLOW = 0x100;

  private final Optional<LinuxCalls> system;
  private final AttributeScope scope;
  private final AttributeNames names;
  private final Refusals refusals;
  private final ByteBuffer times =
      ByteBuffer.allocateDirect(4 * Long.BYTES).order(ByteOrder.nativeOrder());

  AttributeWriter(AttributeScope scope, RunLog log) {
    this.scope = scope;
    system = NativeCode.load(log);
    names = new AttributeNames(scope);
    refusals = new Refusals(log);
  }

  /**
   * Sets what the archive has and removes what it doesn't have, such as an ACL that came from the
   * directory.
   *
   * @param path of what has no symlink in its place: it would be followed
   * @param below what the file is called in messages, raw
   */
  void replace(Path path, String below, List<ExtendedAttribute> attributes) {
    if (system.isEmpty()) {
      return;
    }
    byte[] name = LinuxCalls.text(RawName.of(path));
    removeOthers(system.get(), name, below, attributes);
    for (ExtendedAttribute attribute : attributes) {
      if (scope.covers(attribute.name())) {
        byte[] value = RawName.bytes(attribute.value());
        byte[] key = LinuxCalls.text(attribute.name());
        check(
            system.get().setxattr(name, key, value, value.length, 0),
            below,
            attribute.name(),
            "set");
      }
    }
  }

  /**
   * Gives a file of the own tree all that is known of it, its mode at last.
   *
   * @param path as for {@link #replace}; readable still
   */
  void complete(Path path, String below, Attributes attributes) throws IOException {
    replace(path, below, attributes.extended());
    if (system.isEmpty()) {
      attributes.setTimeAndMode(path);
      return;
    }
    LinuxCalls calls = system.get();
    byte[] name = LinuxCalls.text(RawName.of(path));
    Instant time = attributes.mtime();
    for (int i = 0; i < 2; i++) {
      times.putLong(i * 2 * Long.BYTES, time.getEpochSecond());
      times.putLong((i * 2 + 1) * Long.BYTES, time.getNano());
    }
    if (calls.utimensat(AT_FDCWD, name, times, AT_SYMLINK_NOFOLLOW) < 0
        || calls.chmod(name, attributes.mode()) < 0) {
      throw new FileSystemException(RawName.forPeople(path), null, calls.strerror(calls.error()));
    }
  }

  private void removeOthers(
      LinuxCalls calls, byte[] path, String below, List<ExtendedAttribute> attributes) {
    long length = names.ask(calls, (list, size) -> calls.listxattr(path, list, size));
    if (length <= 0) {
      return;
    }
    Set<String> wanted = new HashSet<>();
    attributes.forEach(attribute -> wanted.add(attribute.name()));
    for (String name : names.read(length)) {
      if (!wanted.contains(name)) {
        check(calls.removexattr(path, LinuxCalls.text(name)), below, name, "removed");
      }
    }
  }

  private void check(int result, String below, String attribute, String done) {
    if (result < 0) {
      LinuxCalls calls = system.orElseThrow();
      int error = calls.error();
      if (error != LinuxCalls.ENODATA) {
        String what = "The extended attribute " + RawName.forPeople(attribute);
        refusals.note(what, "can't be " + done, below, calls.strerror(error));
      }
    }
  }
}
