package org.mkbackup.adapter.hooks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.ProgramRunnerContract;
import org.mkbackup.domain.port.ProgramRunner;

class CommandRunnerContractTest extends ProgramRunnerContract {
  @TempDir private Path temp;

  @Override
  protected ProgramRunner runner() {
    return new CommandRunner();
  }

  @Override
  protected String saying(int exitCode) {
    return put("if [ \"$1\" = - ]; then cat; else printf '%s\\n' \"$1\"; fi; exit " + exitCode);
  }

  @Override
  protected String telling() {
    return put("printenv \"$1\"");
  }

  @Override
  protected String endless(String line) {
    return put("echo '" + line + "'; sleep 60");
  }

  @Override
  protected String leaving() {
    return put(
        "leaving",
        "(printenv MESSAGE; cat) > '"
            + place()
            + ".new'; mv '"
            + place()
            + ".new' '"
            + place()
            + "'");
  }

  private Path place() {
    return temp.resolve("left");
  }

  @Override
  protected List<String> left() {
    Instant end = Instant.now().plusSeconds(30);
    while (!hasLeft() && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
    try {
      return Files.readAllLines(place());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected boolean hasLeft() {
    return Files.exists(place());
  }

  @Override
  protected String missing() {
    return temp.resolve("none").toString();
  }

  private String put(String body) {
    return put("program", body);
  }

  private String put(String name, String body) {
    try {
      Path script = Files.writeString(temp.resolve(name), "#!/bin/sh\n" + body + "\n");
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
      return script.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
