package org.mkbackup.launcher.wiring;

import com.google.inject.AbstractModule;
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

  @Override
  protected void configure() {
    Recipes recipes = new Recipes(binder());
    recipes.add(
        TargetMounts.class,
        from ->
            new TargetMounts(host, from.get(MountRepository.class), from.get(MountManager.class)));
    recipes.add(
        Mounts.class,
        from -> new Mounts(from.get(MountRepository.class), from.get(MountManager.class)));
    recipes.add(
        AddMount.class,
        from -> {
          MountRepository repository = from.get(MountRepository.class);
          MountPasswordReader passwords =
              new MountPasswordReader(environment, ApplicationModule.terminal());
          return new AddMount(new MountsOfRoot(host), repository, passwords::ask);
        });
    recipes.add(
        RemoveMount.class,
        from ->
            new RemoveMount(
                new MountsOfRoot(host),
                from.get(Mounts.class),
                from.get(MountRepository.class),
                from.get(MountManager.class),
                from.get(TargetRepository.class),
                from.get(TargetMounts.class)));
  }
}
