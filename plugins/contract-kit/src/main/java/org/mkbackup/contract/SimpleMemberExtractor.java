package org.mkbackup.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.port.MemberExtractor;
import org.mkbackup.domain.port.MemberVisitor;
import org.mkbackup.domain.site.ArchiveMember;
import org.mkbackup.domain.site.ArchiveMember.Kind;
import org.mkbackup.domain.text.RawName;

/** Writes members with whole files in memory, where nobody else changes the directory meanwhile. */
public final class SimpleMemberExtractor implements MemberExtractor {

  @Override
  public Extraction into(Path directory, boolean overwrite) {
    try {
      if (!Files.isDirectory(directory)) {
        makeDirectory(directory);
      }
    } catch (IOException e) {
      throw failed(directory.toString(), e);
    }
    return new Simple(directory, overwrite);
  }

  private static void makeDirectory(Path directory) throws IOException {
    Files.createDirectory(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  private static TargetException failed(String what, IOException e) {
    return new TargetException(what + " can't be made: " + e.getMessage(), "", e);
  }

  private static final class Simple implements Extraction {
    private final Path top;
    private final boolean overwrite;
    private final Set<String> made = new HashSet<>();
    private final List<ArchiveMember> directories = new ArrayList<>();

    Simple(Path top, boolean overwrite) {
      this.top = top;
      this.overwrite = overwrite;
    }

    @Override
    public void put(ArchiveMember member, MemberVisitor.Content content) {
      String path = member.path();
      try {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
          directory(path.substring(0, slash));
        }
        if (member.kind() != Kind.DIRECTORY) {
          file(member, content);
        } else if (directory(path)) {
          directories.add(0, member);
        }
      } catch (IOException e) {
        throw failed(path, e);
      }
    }

    private Path place(String path) {
      return RawName.resolve(top, path);
    }

    private boolean directory(String path) throws IOException {
      if (Files.isDirectory(place(path), LinkOption.NOFOLLOW_LINKS)) {
        return false;
      }
      makeDirectory(place(path));
      return true;
    }

    private void file(ArchiveMember member, MemberVisitor.Content content) throws IOException {
      Path place = place(member.path());
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      content.writeTo(bytes);
      if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
        if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)
            || !(overwrite || made.contains(member.path()))) {
          throw new FileAlreadyExistsException(member.path());
        }
        Files.delete(place);
      }
      switch (member.kind()) {
        case SYMLINK -> Files.createSymbolicLink(place, RawName.toPath(member.link()));
        case HARD_LINK -> Files.createLink(place, place(member.link()));
        default -> {
          Files.write(place, bytes.toByteArray());
          attributes(place, member);
        }
      }
      made.add(member.path());
    }

    private static void attributes(Path place, ArchiveMember member) throws IOException {
      Files.setLastModifiedTime(place, FileTime.from(member.mtime()));
      Files.setAttribute(place, "unix:mode", member.mode() & 0777);
    }

    @Override
    public void finish() {
      for (ArchiveMember member : directories) {
        try {
          attributes(place(member.path()), member);
        } catch (IOException e) {
          throw failed(member.path(), e);
        }
      }
    }

    @Override
    public void close() {}
  }
}
