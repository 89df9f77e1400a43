package org.mkbackup.adapter.flock;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.mkbackup.domain.port.RunLock;

/** A program that takes a lock and holds it until its input ends. */
final class HoldingProcess {
  private HoldingProcess() {}

  static List<String> command(Path file) {
    return List.of(
        ProcessHandle.current().info().command().orElse("java"),
        "-Xshare:auto",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        HoldingProcess.class.getName(),
        file.toString());
  }

  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    try (RunLock.Held held =
        new FlockRunLock(new LockDirectory(file.resolveSibling(""))).take(file, 0600)) {
      System.out.println("ready");
      System.in.readAllBytes();
    }
  }
}
