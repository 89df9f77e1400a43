package org.mkbackup.adapter.hooks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.mkbackup.domain.failure.OneLine;
import org.mkbackup.domain.failure.ProgramException;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.host.SecretVariables;
import org.mkbackup.domain.host.SystemCommand;
import org.mkbackup.domain.port.ProgramRunner;

/**
 * A shell that waits for a line and then becomes the program. Its script is always the same; what
 * it is given are arguments, of which it makes nothing but arguments.
 */
final class StandbyProcess implements ProgramRunner.Standby {
  private static final String SCRIPT =
      """
      IFS= read -r line || exit 0
      export "$1=$line"
      input=$2 timeout=$3 limit=$4
      shift 4
      printf '%s%s\\n' "$input" "$line" | "$timeout" -k 5 "$limit" "$@"
      """;

  private final Process process;

  private StandbyProcess(Process process) {
    this.process = process;
  }

  static StandbyProcess start(ProgramRunner.Call call, String variable) {
    try {
      List<String> command = new ArrayList<>();
      command.addAll(List.of(SystemCommand.find("sh", "dash"), "-c", SCRIPT, "standby"));
      command.addAll(List.of(variable, call.input()));
      command.add(SystemCommand.find("timeout", "coreutils"));
      command.add(Long.toString(call.limit().toSeconds()));
      command.addAll(call.command());
      ProcessBuilder builder = new ProcessBuilder(command);
      SecretVariables.removeFrom(builder.environment());
      builder.environment().putAll(call.variables());
      builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      return new StandbyProcess(builder.start());
    } catch (IOException | SiteException e) {
      throw new ProgramException(
          "Can't get " + call.command().get(0) + " ready: " + e.getMessage(), "", e);
    }
  }

  @Override
  public void go(String message) {
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write((OneLine.of(message) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException gone) {
      throw new ProgramException("A program that stood by is gone: " + gone.getMessage(), "", gone);
    }
  }

  /* At the end of its input it ends, unless it has had its line. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
    } catch (IOException gone) {
      process.destroy();
    }
  }
}
