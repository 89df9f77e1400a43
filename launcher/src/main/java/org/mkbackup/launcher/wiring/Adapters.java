package org.mkbackup.launcher.wiring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Pattern;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.port.TargetType;
import org.mkbackup.domain.target.TargetOption;

/**
 * What {@link ServiceLoader} finds, checked: every provider loads, every id is legal and unique.
 */
public final class Adapters {
  private static final Pattern PROVIDER_ID = Pattern.compile("[a-z][-a-z0-9]*");
  private static final Pattern TYPE_ID = Pattern.compile("[a-z][a-z0-9_]*");
  private static final String HINT = "Remove its jar from the directory 'plugins', or repair it";

  private final ClassLoader loader;

  public Adapters(ClassLoader loader) {
    this.loader = loader;
  }

  /** All providers of adapters. */
  List<AdapterProvider<?>> providers() {
    List<AdapterProvider<?>> providers = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (AdapterProvider<?> provider : load(AdapterProvider.class)) {
      String id = checked(provider, asked(provider, provider::id), PROVIDER_ID);
      String port = asked(provider, provider::port).getName();
      if (!seen.add(port + " " + id)) {
        throw broken(provider, "offers '" + id + "' for " + port + " a second time");
      }
      providers.add(provider);
    }
    return providers;
  }

  /** All types of targets, by id. */
  Map<String, TargetType> targetTypes() {
    Map<String, TargetType> types = new LinkedHashMap<>();
    for (TargetType type : load(TargetType.class)) {
      String id = checked(type, asked(type, type::id), TYPE_ID);
      if (types.put(id, type) != null) {
        throw broken(type, "offers the target type '" + id + "' a second time");
      }
      requireOptionsOnce(type);
    }
    return types;
  }

  private static void requireOptionsOnce(TargetType type) {
    Set<String> names = new HashSet<>();
    for (TargetOption option : asked(type, type::options)) {
      if (!names.add(option.name())) {
        throw broken(type, "has the option --" + option.name() + " twice");
      }
    }
  }

  private <S> List<S> load(Class<S> service) {
    List<S> found = new ArrayList<>();
    Iterator<S> services = ServiceLoader.load(service, loader).iterator();
    try {
      while (services.hasNext()) {
        found.add(services.next());
      }
    } catch (ServiceConfigurationError e) {
      // Its message names the provider.
      throw new ConfigurationException("A plugin can't be loaded: " + e.getMessage(), HINT, e);
    }
    return found;
  }

  private interface Question<T> {
    T ask();
  }

  private static <T> T asked(Object provider, Question<T> question) {
    T answer;
    try {
      answer = question.ask();
    } catch (RuntimeException e) {
      throw new ConfigurationException(
          "The plugin " + provider.getClass().getName() + " fails: " + e, HINT, e);
    }
    if (answer == null) {
      throw broken(provider, "doesn't say what it is");
    }
    return answer;
  }

  private static String checked(Object provider, String id, Pattern rule) {
    if (!rule.matcher(id).matches()) {
      throw broken(provider, "has the illegal id '" + id + "'");
    }
    return id;
  }

  private static ConfigurationException broken(Object provider, String how) {
    return new ConfigurationException(
        "The plugin " + provider.getClass().getName() + " " + how, HINT);
  }
}
