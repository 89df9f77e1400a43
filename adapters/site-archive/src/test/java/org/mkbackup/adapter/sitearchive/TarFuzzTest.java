package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.Fuzzing;
import org.mkbackup.contract.TreeListing;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.failure.SiteException;

/** Archives of any bytes are unpacked or refused, and never reach beyond the new tree. */
class TarFuzzTest {
  private static final String[] WORDS = {
    "heute/",
    "../",
    "/etc/passwd",
    "heute/../../x",
    "\0",
    "path=",
    "linkpath=",
    "size=",
    "mtime=-1",
    "hdrcharset=BINARY",
    "GNU.sparse.major=1",
    "SCHILY.xattr.user.a=",
    "SCHILY.acl.access=",
    "30 ",
    "77777777777\0",
    "\u0080\0\0\0\0\0\0\0",
    "1",
    "2",
    "5",
    "6",
    "x",
    "g",
    "L",
    "K",
    "ustar  \0"
  };

  @TempDir private Path directory;

  private static byte[] good() {
    return TarForge.site()
        .pax("path=heute/long", "mtime=1.5", "SCHILY.xattr.user.a=b", "uid=7")
        .file("cut", "content")
        .member('L', "././@LongLink", "", "heute/" + "n".repeat(120) + "\0")
        .file("cut", "more")
        .member('5', "heute/d/", "", "")
        .member('2', "heute/d/up", "../..", "")
        .member('1', "heute/hard", "heute/long", "")
        .member('6', "heute/pipe", "", "")
        .member('g', "./global", "", TarForge.record("comment=x"))
        .file("heute/d/x", "x".repeat(600))
        .end();
  }

  @Test
  void aTarIsReadOrRefused() {
    Fuzzing.of(List.of(good()), WORDS)
        .mending(TarForge::resealed)
        .run(input -> refusedAsArchive(() -> Archives.check(input)));
  }

  @Test
  void aCompressedTarIsReadOrRefused() throws IOException {
    ByteArrayOutputStream stored = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(stored)) {
      gzip.write(good());
    }
    Fuzzing.of(
            List.of(stored.toByteArray()),
            "\u001f\u008b\b",
            "\u001f\u008b\b\u001f",
            "\0\0\u00ff\u00ff")
        .run(input -> refusedAsArchive(() -> Archives.check(input)));
  }

  @Test
  void whatIsUnpackedStaysInTheNewTree() throws IOException {
    Path around = Files.createDirectory(directory.resolve("around"));
    Files.writeString(around.resolve("outside"), "stays");
    SortedMap<String, String> before = TreeListing.withoutDirectoryTimes(around);
    Fuzzing.of(List.of(good()), WORDS)
        .mending(TarForge::resealed)
        .run(
            input -> {
              Path tree = around.resolve("new");
              try {
                Archives.unpack(input, tree);
              } catch (ArchiveException | SiteException refused) {
                throw refused;
              } finally {
                Scrap.remove(tree);
                assertEquals(before, TreeListing.withoutDirectoryTimes(around));
              }
            });
  }

  /** For a fuzzer that follows what is covered. */
  public static void fuzzerTestOneInput(byte[] input) {
    for (byte[] archive : List.of(input, TarForge.resealed(input))) {
      try {
        refusedAsArchive(() -> Archives.check(archive));
      } catch (ArchiveException refused) {
        // as it may be
      }
    }
  }

  private static void refusedAsArchive(Runnable check) {
    try {
      check.run();
    } catch (ArchiveException refused) {
      throw refused;
    } catch (RuntimeException e) {
      throw new AssertionError("not refused as an archive", e);
    }
  }
}
