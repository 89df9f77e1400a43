package org.mkbackup.launcher.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Host;

/**
 * Binds every port to the adapter that was found for it; adapters are made when first asked for.
 */
final class AdapterModule extends AbstractModule {
  private final List<AdapterProvider<?>> providers;
  private final Host host;
  private final Map<Class<?>, String> choices;

  /**
   * Binds what was found.
   *
   * @param choices the id to take where a port has several adapters
   */
  AdapterModule(List<AdapterProvider<?>> providers, Host host, Map<Class<?>, String> choices) {
    this.providers = providers;
    this.host = host;
    this.choices = Map.copyOf(choices);
  }

  @Override
  protected void configure() {
    Map<Class<?>, List<AdapterProvider<?>>> byPort =
        providers.stream()
            .filter(provider -> !CompressionModule.isOfEngine(provider))
            .filter(provider -> !Ciphers.isOfCipher(provider))
            .collect(Collectors.groupingBy(provider -> provider.port()));
    bind(Ciphers.class).toInstance(new Ciphers(providers, host));
    byPort.forEach(
        (port, offered) -> {
          String choice = choices.get(port);
          offered.stream()
              .filter(provider -> choice == null || provider.id().equals(choice))
              .forEach(this::bindPort);
        });
  }

  private <P> void bindPort(AdapterProvider<P> provider) {
    bind(provider.port()).toProvider(() -> provider.create(host)).in(Scopes.SINGLETON);
  }
}
