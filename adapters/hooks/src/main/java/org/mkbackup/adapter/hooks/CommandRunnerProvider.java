package org.mkbackup.adapter.hooks;

import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.ProgramRunner;

/** Offers a {@link ProgramRunner} that makes child processes. */
public final class CommandRunnerProvider implements AdapterProvider<ProgramRunner> {
  @Override
  public String id() {
    return "commands";
  }

  @Override
  public Class<ProgramRunner> port() {
    return ProgramRunner.class;
  }

  @Override
  public ProgramRunner create(Host host) {
    return new CommandRunner();
  }
}
