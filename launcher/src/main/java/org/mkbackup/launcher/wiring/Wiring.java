package org.mkbackup.launcher.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.ConfigurationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.ProvisionException;
import com.google.inject.Stage;
import java.util.Map;
import org.mkbackup.domain.failure.MkbackupException;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.launcher.console.StopSignal;

/** The program put together: gives use cases. */
public final class Wiring {
  private final Injector injector;

  private Wiring(Injector injector) {
    this.injector = injector;
  }

  /** Puts the program together for a host; nothing outside is touched yet. */
  public static Wiring of(Host host, Map<String, String> environment, StopSignal stop) {
    Adapters adapters = new Adapters(Wiring.class.getClassLoader());
    return new Wiring(
        Guice.createInjector(
            Stage.DEVELOPMENT,
            new Strict(),
            new AdapterModule(
                adapters.providers(), host, Map.of(SiteHome.Factory.class, SiteModule.swap(host))),
            new ApplicationModule(host, environment, adapters.targetTypes()),
            new SiteModule(host, stop)));
  }

  /** A use case, or whatever else is bound. */
  public <T> T get(Class<T> type) {
    try {
      return injector.getInstance(type);
    } catch (ProvisionException e) {
      if (e.getCause() instanceof MkbackupException failure) {
        throw failure;
      }
      throw e;
    } catch (ConfigurationException e) {
      throw new org.mkbackup.domain.failure.ConfigurationException(
          "A part of the program is missing: " + e.getErrorMessages(),
          "Install the program again",
          e);
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
