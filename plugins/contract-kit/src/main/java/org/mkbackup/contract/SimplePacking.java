package org.mkbackup.contract;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.StoppedException;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.port.SiteArchiver.Packing;
import org.mkbackup.domain.site.ArchiveSummary;
import org.mkbackup.domain.site.SiteVersion;
import org.mkbackup.domain.text.RawName;

/** One archive of the {@link SimpleSiteArchiver} on its way out. */
final class SimplePacking {
  private static final String HISTORY = "var/mkeventd/history/history.sqlite";
  private static final List<String> RRDS = List.of("var/pnp4nagios/perfdata/", "var/check_mk/rrd/");

  private final Packing packing;
  private final OutputStream sink;
  private final Map<Object, String> firstNames = new HashMap<>();
  private boolean listing;
  private boolean historyCopied;
  private long members;
  private long bytes;

  SimplePacking(Packing packing, OutputStream sink) {
    this.packing = packing;
    this.sink = sink;
  }

  ArchiveSummary pack() {
    Path home = packing.site().home();
    Path version = home.resolve("version");
    try {
      if (SiteVersion.ofLink(Files.readSymbolicLink(version).toString()).isEmpty()) {
        throw new SiteException("The site's version link names no version", "");
      }
    } catch (IOException e) {
      throw new SiteException("Site " + packing.site().name() + " can't be read", "", e);
    }
    try {
      SimpleArchiveWriter writer = new SimpleArchiveWriter(new Told(sink));
      archive(writer, version, "version");
      listing = packing.members().isWanted();
      archive(writer, home, "");
      writer.finish();
    } catch (IOException e) {
      throw new TargetException("The archive can't be written: " + e.getMessage(), "", e);
    }
    return new ArchiveSummary(members, bytes);
  }

  private void archive(SimpleArchiveWriter writer, Path path, String below) throws IOException {
    if (Thread.interrupted()) {
      throw new StoppedException("Stopped", "");
    }
    String site = packing.site().name().value();
    String name = below.isEmpty() ? site : site + "/" + below;
    packing.progress().at(name);
    try {
      add(writer, path, name, below);
    } catch (NoSuchFileException e) {
      packing.log().verbose(name + " has vanished");
    }
  }

  private void add(SimpleArchiveWriter writer, Path path, String name, String below)
      throws IOException {
    BasicFileAttributes inode =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    int mode = (int) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS) & 07777;
    Instant mtime = inode.lastModifiedTime().toInstant();
    String first = firstNames.get(inode.fileKey());
    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      member(writer, new SimpleMember(SimpleMember.DIRECTORY, name, "", mode, mtime, ""));
      addChildren(writer, path, below);
    } else if (Files.isSymbolicLink(path)) {
      String text = RawName.of(Files.readSymbolicLink(path));
      member(writer, new SimpleMember(SimpleMember.SYMLINK, name, text, mode, mtime, ""));
    } else if (first != null) {
      member(writer, new SimpleMember(SimpleMember.HARD_LINK, name, first, mode, mtime, ""));
    } else if (!(historyCopied && below.startsWith(HISTORY))) {
      byte[] content = read(path, below, (int) inode.size());
      String text = new String(content, StandardCharsets.ISO_8859_1);
      member(writer, new SimpleMember(SimpleMember.FILE, name, "", mode, mtime, text));
      firstNames.put(inode.fileKey(), name);
    }
  }

  private void addChildren(SimpleArchiveWriter writer, Path directory, String below)
      throws IOException {
    List<String> names;
    try (Stream<Path> children = Files.list(directory)) {
      names = children.map(RawName::nameOf).sorted().toList();
    }
    for (String name : names) {
      String child = below.isEmpty() ? name : below + "/" + name;
      if (!packing.exclusions().matches(child)) {
        archive(writer, RawName.resolve(directory, name), child);
      }
    }
  }

  private void member(SimpleArchiveWriter writer, SimpleMember member) throws IOException {
    writer.member(member);
    if (listing) {
      packing.members().add(member.listed());
    }
    members++;
    bytes += member.content().length();
  }

  private byte[] read(Path path, String below, int promised) throws IOException {
    if (packing.live().isEmpty()) {
      return fit(Files.readAllBytes(path), below, promised);
    }
    if (below.equals(HISTORY)) {
      try (SeekableByteChannel copy =
          packing.live().get().history().snapshot(path, packing.log())) {
        historyCopied = true;
        return Channels.newInputStream(copy).readAllBytes();
      } catch (IOException e) {
        packing.log().warn(below + " is archived as it stands: " + e.getMessage());
      }
    }
    boolean rrd = below.endsWith(".rrd") && RRDS.stream().anyMatch(below::startsWith);
    return rrd ? readHeld(path, below, promised) : fit(Files.readAllBytes(path), below, promised);
  }

  private byte[] readHeld(Path path, String below, int promised) throws IOException {
    packing.live().orElseThrow().rrds().hold(path);
    try {
      return fit(Files.readAllBytes(path), below, promised);
    } finally {
      packing.live().orElseThrow().rrds().release(path);
    }
  }

  private byte[] fit(byte[] content, String below, int promised) {
    if (content.length != promised) {
      packing.log().warn(below + " changed its length while it was read");
    }
    return Arrays.copyOf(content, promised);
  }

  /** Counts what passes. */
  private final class Told extends FilterOutputStream {
    Told(OutputStream sink) {
      super(sink);
    }

    @Override
    public void write(int value) throws IOException {
      write(ByteBuffer.allocate(1).put((byte) value).array(), 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
      out.write(source, offset, length);
      packing.progress().advanced(length);
    }
  }
}
