package org.mkbackup.launcher.worker;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mkbackup.domain.failure.SiteException;
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
  private static final List<Path> DIRECTORIES = List.of(Path.of("/usr/bin"), Path.of("/bin"));

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
    command.add(systemCommand("setsid"));
    command.add(systemCommand("setpriv"));
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

  private static String systemCommand(String name) {
    return DIRECTORIES.stream()
        .map(directory -> directory.resolve(name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new SiteException(
                    "There is no command " + name + " in " + DIRECTORIES, "Install util-linux"))
        .toString();
  }
}
