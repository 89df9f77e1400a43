package org.mkbackup.adapter.mounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.mkbackup.contract.MountManagerContract;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.mount.Mount;
import org.mkbackup.domain.mount.MountId;
import org.mkbackup.domain.port.MountManager;

/** The contract with a real server, in a private root. */
class SshfsContractCases extends MountManagerContract {
  static final Host HOST =
      new Host(Path.of("/"), Context.SYSTEM, "vm", Optional.empty(), Optional.empty());
  private final MountManager manager = new MountManagerProvider().create(HOST);
  private SshServer server;

  @BeforeEach
  void startServer() throws IOException {
    server = SshServer.start(SshServer.newDirectory());
  }

  @AfterEach
  void endServer() {
    server.goOn();
    if (manager.isUp(mount())) {
      manager.down(mount(), log);
    }
    server.close();
  }

  @Override
  protected MountManager manager() {
    return manager;
  }

  @Override
  protected Mount mount() {
    return server.mount(new MountId("nas"));
  }

  @Override
  protected Undo silence() {
    server.stop();
    return server::goOn;
  }

  @Override
  protected Undo occupy() {
    try {
      Process user =
          new ProcessBuilder("sleep", "1000").directory(mount().place(HOST).toFile()).start();
      return () -> user.destroyForcibly().onExit().join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
