package org.mkbackup.adapter.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mkbackup.contract.PrivateRoot;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.SiteAccounts;
import org.mkbackup.domain.site.SiteName;

/** The machine that a private root shows, put back as it was between tests. */
final class Machine implements AutoCloseable {
  static final Path FSTAB = Path.of("/etc/fstab");
  private static final Path SITES = Path.of("/omd/sites");
  private static final List<String> FILES =
      List.of("passwd", "group", "shadow", "gshadow", "subuid", "subgid", "fstab");
  private final Map<Path, byte[]> before = new HashMap<>();
  final SiteAccounts accounts = siteAccounts();

  Machine() throws IOException {
    PrivateRoot.requireInside();
    for (String name : FILES) {
      Path file = Path.of("/etc", name);
      if (Files.exists(file)) {
        before.put(file, Files.readAllBytes(file));
      }
    }
    Files.createDirectories(SITES);
  }

  static SiteAccounts siteAccounts() {
    Host host = new Host(Path.of("/"), Context.SYSTEM, "host", Optional.empty(), Optional.empty());
    return new SiteAccountsProvider().create(host);
  }

  /** The home of a site whose account is there, with an empty {@code tmp}, both the site's own. */
  Path makeHome(SiteName site) throws IOException {
    Path home = SITES.resolve(site.value());
    Path tmp = Files.createDirectories(home.resolve("tmp"));
    run("chown", "-R", site + ":" + site, home.toString());
    return tmp;
  }

  /** Makes home and mount table line, and mounts {@code tmp} as the site's user. */
  Path mountTmpfs(SiteName site) throws IOException {
    Path tmp = makeHome(site);
    accounts.addTmpfs(site, Optional.empty());
    runAs(site, "mount", tmp.toString());
    return tmp;
  }

  static String runAs(SiteName site, String... command) {
    List<String> line =
        new ArrayList<>(List.of("setpriv", "--clear-groups", "--reuid=" + site, "--regid=" + site));
    line.addAll(List.of(command));
    return run(line.toArray(String[]::new));
  }

  static String run(String... line) {
    try {
      Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, process.waitFor(), () -> String.join(" ", line) + ": " + output);
      return output;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(String.join(" ", line), e);
    }
  }

  static boolean isMounted(Path path) throws IOException {
    return Files.readString(Path.of("/proc/self/mountinfo")).contains(" " + path + " ");
  }

  @Override
  public void close() throws IOException {
    run(
        "sh",
        "-c",
        "cut -d' ' -f5 /proc/self/mountinfo | grep -E '^(/opt)?/omd/' | xargs -r umount");
    run("sh", "-c", "rm -rf /omd/sites/* /var/lib/mkbackup/new-sites");
    for (Map.Entry<Path, byte[]> file : before.entrySet()) {
      Files.write(file.getKey(), file.getValue());
    }
  }
}
