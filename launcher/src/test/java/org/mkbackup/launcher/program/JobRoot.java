package org.mkbackup.launcher.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A relocated root with the stopped site {@code heute}, a target {@code nas}, and jobs for it. */
final class JobRoot {
  static final String SITE = "heute";

  private final RelocatedRoot root;
  private final Path home;
  private final Path target;
  private final Path temp;

  private JobRoot(RelocatedRoot root, Path target, Path temp) throws IOException {
    this.root = root;
    this.home = root.makeSite(SITE);
    this.target = target;
    this.temp = temp;
  }

  static JobRoot in(Path temp) throws IOException {
    JobRoot made =
        new JobRoot(RelocatedRoot.in(temp), Files.createDirectory(temp.resolve("nas")), temp);
    made.configure(made.target);
    return made;
  }

  /**
   * Configures a job {@code nightly}, which compresses, {@code plain}, which doesn't and leaves
   * history out, and {@code off}, whose schedule is disabled.
   */
  void configure(Path path) throws IOException {
    configure("'path': '" + path + "', 'is_mountpoint': False", "None");
  }

  /** The same, with the target's parameters and the key of job {@code nightly} as literals. */
  void configure(String parameters, String key) throws IOException {
    Files.writeString(
        configuration(),
        """
        {'jobs': {'off': {'title': 'Aus', 'target': 'nas', 'compress': False, 'encrypt': None,
                          'schedule': {'disabled': True, 'period': 'day', 'timeofday': [(2, 30)]}},
                  'nightly': {'title': 'Jede Nacht für ä', 'target': 'nas', 'compress': True,
                              'encrypt': %2$s,
                              'schedule': {'disabled': False, 'period': 'day',
                                           'timeofday': [(2, 30), None]}},
                  'plain': {'title': 'Plain', 'target': 'nas', 'compress': False, 'encrypt': None,
                            'no_history': True, 'schedule': None}},
         'targets': {'nas': {'title': 'Ümlaut', 'remote': ('local', {%1$s})}}}
        """
            .formatted(parameters, key));
  }

  /** Settings for the whole machine, in place of those before. */
  void set(String settings) throws IOException {
    Path file = root.path().resolve("etc/mkbackup/mkbackup.conf");
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, settings + "\n");
  }

  Program program() {
    return new Program(environment(), temp);
  }

  Map<String, String> environment() {
    return root.siteEnvironment(SITE);
  }

  RelocatedRoot root() {
    return root;
  }

  Path home() {
    return home;
  }

  Path target() {
    return target;
  }

  Path configuration() {
    return home.resolve("etc/check_mk/backup.mk");
  }

  Path lock() {
    return root.path().resolve("run/lock/mkbackup/mkbackup-heute.lock");
  }

  Path restoreLock() {
    return root.path().resolve("run/lock/mkbackup/omd-restore-heute.lock");
  }

  Path stateFile(String job) {
    return home.resolve("var/check_mk/backup/" + job + ".state");
  }

  Path restoreStateFile() {
    return root.path().resolve("tmp/restore-heute.state");
  }

  /** The state of a job's last run. */
  Json state(String job) throws IOException {
    return Json.read(stateFile(job));
  }

  /** The only directory on the target that belongs to a job. */
  Path backup(String job) throws IOException {
    try (Stream<Path> found = Files.list(target)) {
      Optional<Path> only =
          found
              .filter(path -> path.getFileName().toString().contains("-" + job + "-"))
              .reduce(
                  (one, other) -> {
                    throw new AssertionError("Two of job " + job + ": " + one + ", " + other);
                  });
      return only.orElseThrow(() -> new AssertionError("No backup of job " + job));
    }
  }

  /** Runs a job that has to succeed, and returns the backup's id. */
  String backUp(String job) throws IOException {
    Program.Result result = program().mkbackup("backup", job);
    if (result.exit() != 0) {
      throw new AssertionError(result.toString());
    }
    return backup(job).getFileName().toString();
  }
}
