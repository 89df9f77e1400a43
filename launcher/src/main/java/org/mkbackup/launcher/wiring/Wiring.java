package org.mkbackup.launcher.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.ConfigurationException;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.ProvisionException;
import com.google.inject.Stage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mkbackup.domain.failure.MkbackupException;
import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.LogSink;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.domain.port.TargetType;
import org.mkbackup.launcher.console.StopSignal;

/** The program put together: gives use cases. */
public final class Wiring {
  private final Injector injector;

  private Wiring(Injector injector) {
    this.injector = injector;
  }

  /** Puts the program together for a host; nothing outside is touched yet. */
  public static Wiring of(Host host, Map<String, String> environment, StopSignal stop) {
    Adapters adapters = new Adapters(ProviderJars.of(Wiring.class.getClassLoader()));
    return new Wiring(injector(host, environment, stop, adapters));
  }

  private static Injector injector(
      Host host, Map<String, String> environment, StopSignal stop, Adapters adapters) {
    try {
      List<AdapterProvider<?>> providers = adapters.providers();
      return Guice.createInjector(
          Stage.DEVELOPMENT,
          new Strict(),
          new AdapterModule(
              providers,
              host,
              Map.of(
                  SiteHome.Factory.class,
                  SiteModule.swap(host),
                  LogSink.Factory.class,
                  SiteModule.log(host))),
          new ApplicationModule(host, environment),
          new ManagementModule(host, program(), adapters.targetTypes()),
          new CompressionModule(providers, host),
          new SiteModule(host, stop),
          new WatchModule(host, stop),
          new ApplianceModule(host),
          new InspectModule(host),
          new MountModule(host, environment));
    } catch (CreationException e) {
      throw failure(e, e.getCause());
    }
  }

  /**
   * The {@code mkbackup} that this process was started by, or another one of this installation: an
   * absolute path.
   */
  public static Path program() {
    return Path.of(System.getProperty("mkbackup.home", "."))
        .toAbsolutePath()
        .resolve("bin/mkbackup");
  }

  /** All types of targets, for their options. */
  public static List<TargetType> targetTypes() {
    return List.copyOf(
        new Adapters(ProviderJars.of(Wiring.class.getClassLoader())).targetTypes().values());
  }

  /* What a part says of itself is for the user; all else is a fault of the installation. */
  private static MkbackupException failure(RuntimeException e, @Nullable Throwable cause) {
    if (cause instanceof MkbackupException failure) {
      return failure;
    }
    return new org.mkbackup.domain.failure.ConfigurationException(
        "The program can't be put together: " + e.getMessage(), "Install the program again", e);
  }

  /** A use case, or whatever else is bound. */
  public <T> T get(Class<T> type) {
    try {
      return injector.getInstance(type);
    } catch (ProvisionException e) {
      throw failure(e, e.getCause());
    } catch (ConfigurationException e) {
      throw failure(e, e.getCause());
    }
  }

  /** The injector itself, for a test that asks for every binding. */
  Injector injector() {
    return injector;
  }

  private static final class Strict extends AbstractModule {
    @Override
    protected void configure() {
      binder().requireExplicitBindings();
      binder().requireAtInjectOnConstructors();
      binder().requireExactBindingAnnotations();
      binder().disableCircularProxies();
    }
  }
}
