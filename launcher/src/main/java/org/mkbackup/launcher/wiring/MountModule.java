package org.mkbackup.launcher.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import java.util.Map;
import org.mkbackup.application.job.TargetMounts;
import org.mkbackup.application.mount.AddMount;
import org.mkbackup.application.mount.Mounts;
import org.mkbackup.application.mount.MountsOfRoot;
import org.mkbackup.application.mount.RemoveMount;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.MountManager;
import org.mkbackup.domain.port.MountRepository;
import org.mkbackup.domain.port.TargetRepository;
import org.mkbackup.launcher.console.MountPasswordReader;

/** Puts together what mounts network file systems. */
final class MountModule extends AbstractModule {
  private final Host host;
  private final Map<String, String> environment;

  MountModule(Host host, Map<String, String> environment) {
    this.host = host;
    this.environment = Map.copyOf(environment);
  }

  @Provides
  TargetMounts targetMounts(MountRepository repository, MountManager manager) {
    return new TargetMounts(host, repository, manager);
  }

  @Provides
  Mounts mounts(MountRepository repository, MountManager manager) {
    return new Mounts(repository, manager);
  }

  @Provides
  AddMount addMount(MountRepository repository) {
    MountPasswordReader passwords =
        new MountPasswordReader(environment, ApplicationModule.terminal());
    return new AddMount(new MountsOfRoot(host), repository, passwords::ask);
  }

  @Provides
  RemoveMount removeMount(
      Mounts mounts,
      MountRepository repository,
      MountManager manager,
      TargetRepository targets,
      TargetMounts targetMounts) {
    return new RemoveMount(
        new MountsOfRoot(host), mounts, repository, manager, targets, targetMounts);
  }
}
