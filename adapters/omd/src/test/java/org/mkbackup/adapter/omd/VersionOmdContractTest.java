package org.mkbackup.adapter.omd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.SiteOmdContract;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.port.SiteOmd;
import org.mkbackup.domain.site.SiteTree;

/** The contract, with a shell script that is installed as the version's omd. */
class VersionOmdContractTest extends SiteOmdContract {
  @TempDir Path root;
  private FakeOmd fake;

  @BeforeEach
  void aSite() throws IOException {
    fake = new FakeOmd(root);
    fake.link("../../versions/" + VERSION);
  }

  @Override
  protected SiteOmd omd(Script script) throws IOException {
    Files.writeString(fake.file("archive"), script.writes());
    Files.write(fake.file("says"), script.says());
    return installed(
        "if [ $1 = backup ]; then cat $shared/archive; else "
            + (script.readsAll() ? "cat" : "head -c 1")
            + " > $shared/read; fi",
        "cat $shared/says >&2",
        "exit " + script.exit());
  }

  @Override
  protected SiteOmd endless() throws IOException {
    return installed("[ $1 = backup ] || cat > /dev/null", "exec sleep 1000");
  }

  private SiteOmd installed(String... lines) throws IOException {
    fake.installed(VERSION.value(), lines);
    return new VersionOmd(fake.host(Context.SYSTEM, Optional.empty()));
  }

  @Override
  protected SiteTree site() {
    return new SiteTree(SITE, fake.home());
  }

  @Override
  protected byte[] read() throws IOException {
    return Files.readAllBytes(fake.file("read"));
  }
}
