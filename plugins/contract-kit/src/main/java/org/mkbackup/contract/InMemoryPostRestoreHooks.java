package org.mkbackup.contract;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.StoppedException;
import org.mkbackup.domain.port.PostRestoreHooks;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteTree;

/** Hooks that are no files. */
public final class InMemoryPostRestoreHooks implements PostRestoreHooks {

  /**
   * A hook.
   *
   * @param says its only line, made of the environment
   * @param exitCode none if it never ends by itself
   */
  public record Hook(Function<Map<String, String>, String> says, Optional<Integer> exitCode) {}

  private final Map<Path, SortedMap<String, Hook>> directories = new HashMap<>();

  /** Puts a hook into a directory, which is made. */
  public void put(Path directory, String name, Hook hook) {
    directories.computeIfAbsent(directory, made -> new TreeMap<>()).put(name, hook);
  }

  @Override
  public void run(SiteTree site, Path directory, Map<String, String> variables, RunLog log) {
    Map<String, String> environment = new HashMap<>();
    environment.put("OMD_SITE", site.name().value());
    environment.put("OMD_ROOT", site.home().toString());
    environment.putAll(variables);
    directories
        .getOrDefault(directory, new TreeMap<>())
        .forEach((name, hook) -> run(directory.resolve(name), hook, environment, log));
  }

  private static void run(Path path, Hook hook, Map<String, String> environment, RunLog log) {
    String line = hook.says().apply(environment);
    log.info(line);
    int code = hook.exitCode().orElseGet(() -> waitForAStop(path));
    if (code != 0) {
      throw new SiteException(
          "The hook " + path + " failed with exit code " + code + ": " + line, "Repair it");
    }
  }

  private static int waitForAStop(Path path) {
    try {
      new CountDownLatch(1).await();
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoppedException("Stopped by a signal while " + path + " ran", "", e);
    }
  }
}
