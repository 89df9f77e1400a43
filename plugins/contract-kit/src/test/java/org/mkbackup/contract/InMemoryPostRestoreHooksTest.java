package org.mkbackup.contract;

import java.nio.file.Path;
import java.util.Optional;
import org.mkbackup.domain.port.PostRestoreHooks;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;

class InMemoryPostRestoreHooksTest extends PostRestoreHooksContract {
  private final InMemoryPostRestoreHooks hooks = new InMemoryPostRestoreHooks();

  @Override
  protected PostRestoreHooks hooks() {
    return hooks;
  }

  @Override
  protected Path directory() {
    return Path.of("/omd/versions/1/lib/omd/scripts/post-restore");
  }

  @Override
  protected SiteTree site() {
    return new SiteTree(new SiteName("heute"), Path.of("/omd/sites/heute"));
  }

  @Override
  protected void putSaying(String name, String line, int exitCode) {
    put(name, new InMemoryPostRestoreHooks.Hook(all -> line, Optional.of(exitCode)));
  }

  @Override
  protected void putTelling(String name, String variable) {
    put(
        name,
        new InMemoryPostRestoreHooks.Hook(
            all -> all.getOrDefault(variable, "nothing"), Optional.of(0)));
  }

  @Override
  protected void putEndless(String name, String line) {
    put(name, new InMemoryPostRestoreHooks.Hook(all -> line, Optional.empty()));
  }

  /* Here is nothing but hooks. */
  @Override
  protected void putOther(String name) {}

  private void put(String name, InMemoryPostRestoreHooks.Hook hook) {
    hooks.put(directory(), name, hook);
  }
}
