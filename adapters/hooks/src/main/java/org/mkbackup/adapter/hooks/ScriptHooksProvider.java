package org.mkbackup.adapter.hooks;

import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.PostRestoreHooks;

/** Offers {@link PostRestoreHooks} that are scripts in a directory. */
public final class ScriptHooksProvider implements AdapterProvider<PostRestoreHooks> {
  @Override
  public String id() {
    return "scripts";
  }

  @Override
  public Class<PostRestoreHooks> port() {
    return PostRestoreHooks.class;
  }

  @Override
  public PostRestoreHooks create(Host host) {
    return new ScriptHooks(ScriptHooks.LIMIT);
  }
}
