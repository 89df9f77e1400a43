package org.mkbackup.launcher.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import java.util.List;
import java.util.Optional;
import org.mkbackup.application.job.Settings;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.CompressionEngine;
import org.mkbackup.domain.port.SiteArchiver;
import org.mkbackup.domain.port.SystemArchiver;
import org.mkbackup.domain.port.ZstdCodec;

/** Gives the archivers the engines that the settings allow. */
final class CompressionModule extends AbstractModule {
  private final List<AdapterProvider<?>> engines;
  private final Host host;

  CompressionModule(List<AdapterProvider<?>> providers, Host host) {
    engines = providers.stream().filter(CompressionModule::isOfEngine).toList();
    this.host = host;
  }

  @Override
  protected void configure() {
    Recipes recipes = new Recipes(binder());
    recipes.addOnce(
        SiteArchiver.class,
        from -> {
          SiteArchiver.Factory factory = from.get(SiteArchiver.Factory.class);
          return factory.create(
              enginesFor(from.provider(Settings.class)), Optional.of(from.get(ZstdCodec.class)));
        });
    recipes.addOnce(
        SystemArchiver.class,
        from -> {
          SystemArchiver.Factory factory = from.get(SystemArchiver.Factory.class);
          return factory.create(
              enginesFor(from.provider(Settings.class)), Optional.of(from.get(ZstdCodec.class)));
        });
  }

  static boolean isOfEngine(AdapterProvider<?> provider) {
    return provider.port().equals(CompressionEngine.class);
  }

  private List<CompressionEngine> enginesFor(Provider<Settings> settings) {
    String word =
        EarlySettings.of(settings).map(Settings::compressionEngine).orElse(Settings.ANY_ENGINE);
    if (word.equals(Settings.JDK_ENGINE)) {
      return List.of();
    }
    List<CompressionEngine> fitting =
        engines.stream()
            .filter(provider -> word.equals(Settings.ANY_ENGINE) || provider.id().equals(word))
            .map(provider -> (CompressionEngine) provider.create(host))
            .toList();
    if (fitting.isEmpty() && !word.equals(Settings.ANY_ENGINE)) {
      throw new ConfigurationException(
          "compression.engine is '" + word + "', and there is no such engine",
          "Legal is: auto, jdk"
              + String.join("", engines.stream().map(e -> ", " + e.id()).toList()));
    }
    return fitting;
  }
}
