package org.mkbackup.launcher.worker;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mkbackup.domain.host.SystemCommand;
import org.mkbackup.domain.port.SiteAccounts;

/**
 * The command line that runs this very program as a site's user.
 *
 * <p>{@code setsid} takes the terminal away, so that nobody can type into root's; {@code setpriv}
 * gives up root's rights for good before the program's first instruction. Both are named by their
 * whole paths: {@code setsid} still has root's rights when it looks for {@code setpriv}, and the
 * environment that it has is that of the site's user, whose {@code PATH} begins in the site.
 *
 * @param java the program and its options, up to the main class
 */
public record WorkerCommand(List<String> java) {
  public WorkerCommand {
    java = List.copyOf(java);
  }

  /** The Java and the options that this process runs with. */
  public static WorkerCommand ofThisProcess() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.startsWith("-agentlib") && !option.startsWith("-javaagent"))
        .forEach(command::add);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    return new WorkerCommand(command);
  }

  List<String> as(SiteAccounts.Account account, List<String> task) {
    List<String> command = new ArrayList<>();
    command.add(SystemCommand.find("setsid", "util-linux"));
    command.add(SystemCommand.find("setpriv", "util-linux"));
    command.add("--reuid=" + account.uid());
    command.add("--regid=" + account.gid());
    command.add("--init-groups");
    command.add("--inh-caps=-all");
    command.add("--");
    command.addAll(java);
    command.add("org.mkbackup.launcher.Main");
    command.add("worker");
    command.addAll(task);
    return command;
  }
}
