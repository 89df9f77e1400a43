package org.mkbackup.contract;

import java.util.ArrayList;
import java.util.List;
import org.mkbackup.domain.port.ProgramRunner;

class InMemoryProgramRunnerTest extends ProgramRunnerContract {
  private final List<String> left = new ArrayList<>();
  private final InMemoryProgramRunner runner = new InMemoryProgramRunner();

  @Override
  protected ProgramRunner runner() {
    return runner;
  }

  @Override
  protected String saying(int exitCode) {
    return put(
        "/bin/say",
        (call, log) -> {
          String argument = call.command().get(1);
          (argument.equals("-") ? call.input() : argument).lines().forEach(log::info);
          return exitCode;
        });
  }

  @Override
  protected String telling() {
    return put(
        "/bin/tell",
        (call, log) -> {
          log.info(call.variables().getOrDefault(call.command().get(1), "nothing"));
          return 0;
        });
  }

  @Override
  protected String endless(String line) {
    return put(
        "/bin/wait",
        (call, log) -> {
          log.info(line);
          return InMemoryProgramRunner.NEVER;
        });
  }

  @Override
  protected String leaving() {
    return put(
        "/bin/leave",
        (call, log) -> {
          left.add(call.variables().getOrDefault("MESSAGE", "nothing"));
          call.input().lines().forEach(left::add);
          return 0;
        });
  }

  @Override
  protected List<String> left() {
    return List.copyOf(left);
  }

  @Override
  protected boolean hasLeft() {
    return !left.isEmpty();
  }

  @Override
  protected String missing() {
    return "/bin/none";
  }

  private String put(String path, InMemoryProgramRunner.Program program) {
    runner.put(path, program);
    return path;
  }
}
