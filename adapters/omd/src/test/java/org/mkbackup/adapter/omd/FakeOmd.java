package org.mkbackup.adapter.omd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;

/** Scripts in the place of omd, and the hosts that they are on. */
final class FakeOmd {
  static final SiteName SITE = new SiteName("contract_site");

  private final Path root;

  FakeOmd(Path root) {
    this.root = root;
  }

  Path home() {
    return root.resolve("omd/sites").resolve(SITE.value());
  }

  /** A file that scripts and tests share. */
  Path file(String name) {
    return root.resolve(name);
  }

  /** Makes a script, which finds the shared files in {@code $shared}. */
  Path script(Path place, String... lines) throws IOException {
    Files.createDirectories(place.toAbsolutePath().getParent());
    Files.writeString(
        place, "#!/bin/sh\nshared='" + root + "'\n" + String.join("\n", lines) + "\n");
    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
    return place;
  }

  /** The omd of an installed version. */
  Path installed(String version, String... lines) throws IOException {
    return script(root.resolve("omd/versions").resolve(version).resolve("bin/omd"), lines);
  }

  void link(String text) throws IOException {
    Files.createDirectories(home());
    Files.createSymbolicLink(home().resolve("version"), Path.of(text));
  }

  Host host(Context context, Optional<Path> omd) {
    Optional<SiteTree> own =
        context == Context.SITE ? Optional.of(new SiteTree(SITE, home())) : Optional.empty();
    return new Host(root, context, "klappspaten", own, omd);
  }

  OmdSiteControl control(Context context, Optional<Path> omd, Duration limit) {
    return OmdSiteControl.on(host(context, omd), new OmdSiteControl.Limits(limit, limit, limit));
  }

  /** The control of a host whose omd is this script. */
  OmdSiteControl scripted(String... lines) throws IOException {
    return control(
        Context.SYSTEM, Optional.of(script(file("omd-script"), lines)), Duration.ofSeconds(30));
  }

  List<String> lines(String name) throws IOException {
    return Files.readAllLines(file(name));
  }
}
