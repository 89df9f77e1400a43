package org.mkbackup.adapter.hooks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
  protected String missing() {
    return temp.resolve("none").toString();
  }

  private String put(String body) {
    try {
      Path script = Files.writeString(temp.resolve("program"), "#!/bin/sh\n" + body + "\n");
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
      return script.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
