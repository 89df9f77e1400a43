package org.mkbackup.launcher.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/** A relocated root that is an appliance with two sites, of which {@code heute} runs. */
final class ApplianceRoot {
  private final RelocatedRoot root;
  private final Path temp;

  private ApplianceRoot(RelocatedRoot root, Path temp) {
    this.root = root;
    this.temp = temp;
  }

  static ApplianceRoot in(Path temp) throws IOException {
    ApplianceRoot made = new ApplianceRoot(RelocatedRoot.in(temp), temp);
    made.write("etc/cma/cma.conf", "");
    made.write("usr/share/cma/version", "1.7.5\n");
    made.write("rw/etc/network", "address 1.2.3.4\n");
    made.write("rw/mnt/auto/share/file", "of somebody else\n");
    made.write("omd/apache/heute.conf", "Include heute\n");
    Files.createDirectories(made.root.path().resolve("omd/lost+found"));
    Files.createDirectories(made.target());
    made.root.makeSite("heute");
    made.root.makeSite("morgen");
    made.root.start("heute");
    made.configure("None");
    return made;
  }

  /** Configures a job {@code all}. */
  void configure(String key) throws IOException {
    write(
        "etc/cma/backup.conf",
        """
        {'jobs': {'all': {'title': 'All', 'target': 'nas', 'compress': True, 'encrypt': %s,
                          'schedule': None}},
         'targets': {'nas': {'title': 'NAS',
                             'remote': ('local', {'path': '%s', 'is_mountpoint': False})}}}
        """
            .formatted(key, target()));
  }

  void write(String file, String text) throws IOException {
    Path path = path(file);
    Files.createDirectories(path.resolveSibling(""));
    Files.writeString(path, text);
  }

  /** A hook of the version that fails as long as there is a file {@code ROOT/broken}. */
  void addHook() throws IOException {
    String hook =
        "omd/versions/" + RelocatedRoot.VERSION + "/lib/omd/scripts/post-restore/01_check";
    write(hook, "#!/bin/sh\n! [ -e '" + path("broken") + "' ] || [ $OMD_SITE = heute ]\n");
    Files.setPosixFilePermissions(path(hook), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  Path path(String file) {
    return root.path().resolve(file);
  }

  Path target() {
    return path("mnt/auto/nas");
  }

  RelocatedRoot root() {
    return root;
  }

  Program program() {
    return new Program(root.rootEnvironment(), temp);
  }

  /** The directory of the only backup. */
  Path backup() throws IOException {
    try (Stream<Path> found = Files.list(target())) {
      return found
          .reduce(
              (one, other) -> {
                throw new AssertionError("Two backups: " + one + ", " + other);
              })
          .orElseThrow(() -> new AssertionError("No backup"));
    }
  }

  /** Runs the job, which has to succeed, and returns the backup's id. */
  String backUp(String... options) throws IOException {
    String[] words = new String[options.length + 2];
    words[0] = "backup";
    words[1] = "all";
    System.arraycopy(options, 0, words, 2, options.length);
    Program.Result result = program().mkbackup(words);
    if (result.exit() != 0) {
      throw new AssertionError(result.toString());
    }
    return backup().getFileName().toString();
  }
}
