package org.mkbackup.adapter.hooks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.StoppedException;
import org.mkbackup.domain.host.SecretVariables;
import org.mkbackup.domain.port.PostRestoreHooks;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteTree;

/** Runs the executable files of a directory, one after the other. */
final class ScriptHooks implements PostRestoreHooks {
  /**
   * Long enough for any that works, and an end to a site's downtime for one that waits for ever.
   */
  static final Duration LIMIT = Duration.ofHours(1);

  private final Duration limit;

  /**
   * Hooks of which none may take too long.
   *
   * @param limit for each hook
   */
  ScriptHooks(Duration limit) {
    this.limit = limit;
  }

  @Override
  public void run(SiteTree site, Path directory, Map<String, String> variables, RunLog log) {
    if (!Files.isDirectory(directory)) {
      return;
    }
    Map<String, String> environment = new HashMap<>(siteEnvironment(site));
    environment.putAll(variables);
    for (Path script : scripts(directory)) {
      log.info("Running " + script.getFileName());
      run(script, site, environment, log);
    }
  }

  private static List<Path> scripts(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(Files::isRegularFile).filter(Files::isExecutable).sorted().toList();
    } catch (IOException e) {
      throw new SiteException("Can't list " + directory + ": " + e.getMessage(), "", e);
    }
  }

  private static Map<String, String> siteEnvironment(SiteTree site) {
    String home = site.home().toString();
    return Map.of(
        "OMD_SITE",
        site.name().value(),
        "OMD_ROOT",
        home,
        "HOME",
        home,
        "USER",
        site.name().value(),
        "PATH",
        home + "/local/bin:" + home + "/bin:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin");
  }

  private void run(Path script, SiteTree site, Map<String, String> environment, RunLog log) {
    ProcessBuilder builder = new ProcessBuilder(script.toString());
    builder.directory(site.home().toFile());
    SecretVariables.removeFrom(builder.environment());
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    Process process = start(script, builder);
    try {
      HookOutput output = HookOutput.of(process, log);
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new SiteException(
            "The hook " + script + " did not end within " + limit.toSeconds() + " s, and was ended",
            "Find out what it waits for, and restore again");
      }
      int code = process.exitValue();
      String lastLine = output.lastLine();
      if (code != 0) {
        throw new SiteException(
            "The hook " + script + " failed with exit code " + code + ": " + lastLine,
            "Repair what it names, and restore again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoppedException("Stopped by a signal while " + script + " ran", "", e);
    } finally {
      ProcessTree.end(process);
    }
  }

  private static Process start(Path script, ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new SiteException(
          "Can't run the hook " + script + ": " + e.getMessage(), "Check its first line", e);
    }
  }
}
