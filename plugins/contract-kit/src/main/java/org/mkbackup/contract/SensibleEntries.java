package org.mkbackup.contract;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.failure.UsageException;

/** Those entries of a configuration that make sense, and what is wrong with the others. */
final class SensibleEntries {
  private SensibleEntries() {}

  static <T> List<T> of(Literal.Dict entries, Function<String, Optional<T>> find) {
    return entries.keys().stream().map(id -> attempt(find, id)).flatMap(Optional::stream).toList();
  }

  static List<ConfigurationException> faults(
      Literal.Dict entries, Function<String, Optional<?>> find) {
    return entries.keys().stream().map(id -> fault(find, id)).flatMap(Optional::stream).toList();
  }

  private static Optional<ConfigurationException> fault(
      Function<String, Optional<?>> find, String id) {
    try {
      return find.apply(id).flatMap(sensible -> Optional.empty());
    } catch (ConfigurationException | UsageException e) {
      return Optional.of(new ConfigurationException(e.what(), e.hint(), e));
    }
  }

  private static <T> Optional<T> attempt(Function<String, Optional<T>> find, String id) {
    try {
      return find.apply(id);
    } catch (ConfigurationException | UsageException senseless) {
      return Optional.empty();
    }
  }
}
