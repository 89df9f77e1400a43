package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.Compression;

/** What packing costs, in counts: times differ between machines. */
class PackingCostTest {
  private static final int FEW = 500;
  private static final int MANY = 2500;
  private static final int SIZE = 3000;

  @TempDir(factory = InMemory.class)
  private Path directory;

  private Path home = Path.of("");
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @BeforeEach
  void makeSite() throws IOException {
    home = Files.createDirectories(directory.resolve("sites/heute"));
    Files.createSymbolicLink(home.resolve("version"), Path.of("../../versions/2.3.0p1.cre"));
    addFiles(0, FEW);
  }

  @Test
  void aFileMoreAllocatesLittle() throws IOException {
    pack(); // what is made once
    long few = allocatedBy(this::pack);
    addFiles(FEW, MANY);
    long perFile = (allocatedBy(this::pack) - few) / (MANY - FEW);
    assertTrue(perFile < 6_000, perFile + " bytes");
  }

  @Test
  void findingAFileMoreAllocatesLittle() throws IOException {
    walk();
    long few = allocatedBy(this::walk);
    addFiles(FEW, MANY);
    long perFile = (allocatedBy(this::walk) - few) / (MANY - FEW);
    assertTrue(perFile < 4_000, perFile + " bytes");
  }

  @Test
  void theArchiveIsWrittenInLargePieces() throws IOException {
    addFiles(FEW, MANY);
    List<Integer> writes = new ArrayList<>();
    Archives.pack(
        home,
        Compression.NONE,
        new OutputStream() {
          @Override
          public void write(int b) {
            writes.add(1);
          }

          @Override
          public void write(byte[] bytes, int offset, int length) {
            writes.add(length);
          }
        });
    long total = writes.stream().mapToLong(Integer::longValue).sum();
    assertTrue(total > (long) MANY * SIZE);
    assertEquals(128 * 1024, Collections.max(writes));
    assertTrue(writes.size() <= total / (128 * 1024) + 2, writes.size() + " writes");
  }

  private void pack() throws IOException {
    Archives.pack(home, Compression.NONE, OutputStream.nullOutputStream());
  }

  private void walk() throws IOException {
    new TreeWalk(below -> false, RunLog.silent(), file -> {}).walk(home);
  }

  private interface Work {
    void run() throws IOException;
  }

  private long allocatedBy(Work work) throws IOException {
    long before = threads.getCurrentThreadAllocatedBytes();
    work.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private void addFiles(int from, int to) throws IOException {
    for (int number = from; number < to; number++) {
      Path folder = Files.createDirectories(home.resolve("var/" + number / 100));
      Files.write(folder.resolve("file" + number), new byte[SIZE]);
    }
  }
}
