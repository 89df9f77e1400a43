package org.mkbackup.domain.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class SystemReasonTest {
  @Test
  void saysWhatJavaSaysByClassOnly() {
    assertEquals("No such file or directory", SystemReason.of(new NoSuchFileException("/a")));
    assertEquals("File exists", SystemReason.of(new FileAlreadyExistsException("/a")));
  }

  @Test
  void leavesOutThePath() {
    assertEquals(
        "Read-only file system",
        SystemReason.of(new FileSystemException("/a", null, "Read-only file system")));
  }

  @Test
  void namesTheClassWhereNothingIsSaid() {
    assertEquals("IOException", SystemReason.of(new IOException()));
    assertEquals("FileSystemException", SystemReason.of(new FileSystemException("/a")));
  }

  @Test
  void knowsAFullFileSystem() {
    assertTrue(SystemReason.isNoRoom(new IOException("No space left on device")));
    assertTrue(SystemReason.isNoRoom(new FileSystemException("/a", null, "Disk quota exceeded")));
    assertFalse(SystemReason.isNoRoom(new IOException("Input/output error")));
  }

  @Test
  void knowsADiskThatFails() {
    assertTrue(SystemReason.isDamage(new IOException("Input/output error")));
    assertTrue(
        SystemReason.isDamage(new FileSystemException("/a", null, "Structure needs cleaning")));
    assertFalse(SystemReason.isDamage(new FileSystemException("/a", null, "Permission denied")));
  }
}
