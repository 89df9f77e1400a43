package org.mkbackup.launcher.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A root of its own for the program: a version of Checkmk with a skeleton and an {@code omd} that
 * keeps whether a site runs in a file {@code tmp/run/running}, and logs how it was called in {@code
 * ROOT/omd.calls}.
 */
final class RelocatedRoot {
  static final String VERSION = "2.3.0p1.cre";
  private static final String OMD =
      """
      #!/bin/sh
      echo "$*" >> "%1$s/omd.calls"
      word=$1; shift
      [ "${1:-}" = --bare ] && shift
      flag="%1$s/omd/sites/${1:-$OMD_SITE}/tmp/run/running"
      case $word in
        status)
          if [ -f "$flag" ]; then echo "OVERALL 0"; exit 0; fi
          echo "OVERALL 1"; exit 1 ;;
        start) mkdir -p "${flag%%%%/running}" && touch "$flag" ;;
        stop) rm -f "$flag" ;;
        restart) ;;
        *) echo "installed omd: $word $*"; exit 7 ;;
      esac
      """;

  private final Path root;

  private RelocatedRoot(Path root) {
    this.root = root;
  }

  static RelocatedRoot in(Path directory) throws IOException {
    RelocatedRoot made = new RelocatedRoot(Files.createDirectories(directory.resolve("root")));
    Path version = made.version();
    Files.createDirectories(version.resolve("bin"));
    Files.createDirectories(version.resolve("skel/etc"));
    Files.writeString(version.resolve("skel/etc/a.conf"), "User ###SITE###\nRoot ###ROOT###\n");
    Path omd = version.resolve("bin/omd");
    Files.writeString(omd, OMD.formatted(made.root));
    Files.setPosixFilePermissions(omd, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.createDirectories(made.root.resolve("omd/sites"));
    Files.createDirectories(made.root.resolve("tmp"));
    return made;
  }

  Path path() {
    return root;
  }

  Path version() {
    return root.resolve("omd/versions").resolve(VERSION);
  }

  Path site(String name) {
    return root.resolve("omd/sites").resolve(name);
  }

  /** A stopped site with a little of everything; more is for the test to add. */
  Path makeSite(String name) throws IOException {
    Path home = Files.createDirectories(site(name));
    Files.createSymbolicLink(home.resolve("version"), Path.of("../../versions/" + VERSION));
    Files.createSymbolicLink(home.resolve("bin"), Path.of("version/bin"));
    for (String directory : new String[] {"etc/check_mk", "etc/omd", "tmp", "var/log"}) {
      Files.createDirectories(home.resolve(directory));
    }
    Files.writeString(
        home.resolve("etc/a.conf"), "User " + name + "\nRoot /omd/sites/" + name + "\n");
    Files.writeString(home.resolve("etc/omd/site.conf"), "CONFIG_APACHE_TCP_PORT='5000'\n");
    Files.writeString(home.resolve("var/log/a.log"), "a line\n");
    return home;
  }

  /** Makes a hook of the version's, which runs when a site has been restored. */
  Path makeHook(String script) throws IOException {
    Path hooks = Files.createDirectories(version().resolve("lib/omd/scripts/post-restore"));
    Path hook = Files.writeString(hooks.resolve("01_hook"), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
    return hook;
  }

  /** Has a site run, as its {@code omd} sees it. */
  void start(String name) throws IOException {
    Files.createFile(Files.createDirectories(site(name).resolve("tmp/run")).resolve("running"));
  }

  boolean isRunning(String name) {
    return Files.exists(site(name).resolve("tmp/run/running"));
  }

  /** How the installed {@code omd} was called, call by call. */
  List<String> calls() throws IOException {
    Path log = root.resolve("omd.calls");
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }

  /** The environment of the site's user. */
  Map<String, String> siteEnvironment(String name) {
    Map<String, String> environment = new HashMap<>(rootEnvironment());
    environment.put("MKBACKUP_CONTEXT", "site");
    environment.put("OMD_SITE", name);
    environment.put("OMD_ROOT", site(name).toString());
    return environment;
  }

  /** The environment of root. */
  Map<String, String> rootEnvironment() {
    return Map.of("MKBACKUP_SYSTEM_ROOT", root.toString(), "MKBACKUP_CONTEXT", "system");
  }
}
