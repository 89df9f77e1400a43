package org.mkbackup.adapter.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.mkbackup.contract.SiteAccountsContract;
import org.mkbackup.domain.port.SiteAccounts;
import org.mkbackup.domain.site.SiteName;

/** The contract, in a private root. */
class SystemSiteAccountsCases extends SiteAccountsContract {
  private Machine machine;

  @BeforeEach
  void enter() throws IOException {
    machine = new Machine();
  }

  @AfterEach
  void leave() throws IOException {
    machine.close();
  }

  @Override
  protected SiteAccounts accounts() {
    return machine.accounts;
  }

  @Override
  protected List<String> mountTable() {
    try {
      return new ArrayList<>(Files.readAllLines(Machine.FSTAB));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected void mountTmpfs(SiteName site) {
    try {
      machine.mountTmpfs(site);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected boolean isMounted(SiteName site) {
    try {
      return Machine.isMounted(tmp(site));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected InUse use(SiteName site) {
    try {
      Process user = new ProcessBuilder("sleep", "1000").directory(tmp(site).toFile()).start();
      return () -> user.destroyForcibly().onExit().join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path tmp(SiteName site) {
    return Path.of("/omd/sites", site.value(), "tmp");
  }
}
