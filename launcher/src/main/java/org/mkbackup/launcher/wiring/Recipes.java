package org.mkbackup.launcher.wiring;

import com.google.inject.Binder;
import com.google.inject.Injector;
import com.google.inject.Provider;
import com.google.inject.Scopes;
import java.util.function.Function;

/**
 * Says how parts of the program are made of others. To have Guice read that from annotations takes
 * as long as all else that a short command does.
 */
final class Recipes {

  /** The parts that there are; each is made when it is asked for. */
  static final class Parts {
    private final Provider<Injector> injector;

    private Parts(Provider<Injector> injector) {
      this.injector = injector;
    }

    <T> T get(Class<T> type) {
      return injector.get().getInstance(type);
    }

    /** For a part that may not be needed. */
    <T> Provider<T> provider(Class<T> type) {
      return () -> get(type);
    }
  }

  private final Binder binder;
  private final Parts parts;

  Recipes(Binder binder) {
    this.binder = binder;
    this.parts = new Parts(binder.getProvider(Injector.class));
  }

  /** How a part is made, anew for each that asks for it. */
  <T> void add(Class<T> type, Function<Parts, T> recipe) {
    binder.bind(type).toProvider(() -> recipe.apply(parts));
  }

  /** How a part is made that there is one of. */
  <T> void addOnce(Class<T> type, Function<Parts, T> recipe) {
    binder.bind(type).toProvider(() -> recipe.apply(parts)).in(Scopes.SINGLETON);
  }
}
