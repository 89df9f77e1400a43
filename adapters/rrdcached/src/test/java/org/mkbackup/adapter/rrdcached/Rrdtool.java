package org.mkbackup.adapter.rrdcached;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The rrdtool command. */
final class Rrdtool {
  private Rrdtool() {}

  /** Runs it and gives back what it printed. */
  static String run(String command, Path rrd, String... rest) {
    List<String> line = new ArrayList<>(List.of("rrdtool", command, rrd.toString()));
    line.addAll(List.of(rest));
    try {
      Process rrdtool = new ProcessBuilder(line).redirectErrorStream(true).start();
      String output = new String(rrdtool.getInputStream().readAllBytes(), UTF_8);
      assertEquals(0, rrdtool.waitFor(), output);
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
