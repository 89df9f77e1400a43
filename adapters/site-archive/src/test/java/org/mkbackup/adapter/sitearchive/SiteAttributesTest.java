package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.site.Compression;

/** Extended attributes of a site's files, as far as its user can set them. */
class SiteAttributesTest {
  private static final String CAPABILITY = "\1\0\0\2\0\40" + "\0".repeat(14);

  @TempDir private Path directory;

  @BeforeEach
  void makeSite() throws IOException {
    Files.createDirectory(home());
    Files.createSymbolicLink(home().resolve("version"), Path.of(TarForge.VERSION));
    Path file = Files.writeString(home().resolve("file"), "content");
    view(file).write("note", ByteBuffer.wrap(new byte[] {0, '\n', -1}));
    view(home()).write("of.the.home", ByteBuffer.wrap(new byte[1250]));
    Files.setAttribute(file, "unix:mode", 0444);
  }

  private Path home() {
    return directory.resolve("heute");
  }

  private static UserDefinedFileAttributeView view(Path path) {
    return Files.getFileAttributeView(path, UserDefinedFileAttributeView.class);
  }

  private static String facts(Path top) {
    String script = "cd \"$1\"; getfattr -h -d -m - -e hex . file; getfacl -n . file";
    return Program.text(Program.run("/bin/sh", "-euc", script, "script", top.toString()));
  }

  @Test
  void comeBackWithTheFiles() {
    Program.run("setfacl", "-m", "u:1234:r", home().resolve("file").toString());
    Program.run("setfacl", "-d", "-m", "g:1234:rx", home().toString());
    Path unpacked = directory.resolve("unpacked");
    Archives.unpack(Archives.pack(home(), Archives.GZIP), unpacked);
    assertEquals(facts(home()), facts(unpacked));
    assertTrue(facts(unpacked).contains("user.note=0x000aff"));
  }

  @Test
  void giveNoCapabilities() {
    byte[] archive =
        TarForge.site()
            .pax("SCHILY.xattr.security.capability=" + CAPABILITY, "SCHILY.xattr.user.a=b")
            .file("heute/file", "x")
            .end();
    Path unpacked = directory.resolve("unpacked");
    Archives.unpack(archive, unpacked);
    assertTrue(facts(unpacked).contains("user.a=0x62"));
    assertFalse(facts(unpacked).contains("security.capability"));
  }

  @Test
  void takeNoRecordsWhereThereAreNone() throws IOException {
    view(home().resolve("file")).delete("note");
    view(home()).delete("of.the.home");
    String archive =
        new String(Archives.pack(home(), Compression.NONE), StandardCharsets.ISO_8859_1);
    assertFalse(archive.contains("SCHILY"));
  }
}
