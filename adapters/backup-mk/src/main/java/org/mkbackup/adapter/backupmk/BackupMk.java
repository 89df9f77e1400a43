package org.mkbackup.adapter.backupmk;

import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.mkbackup.domain.data.Field;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;

/** The file of jobs and targets: one dictionary, with a dictionary by ids in each section. */
final class BackupMk {
  static final String JOBS = "jobs";
  static final String TARGETS = "targets";

  private final ConfigurationFile file;

  BackupMk(Path path) {
    this.file = new ConfigurationFile(path, EnumSet.allOf(PosixFilePermission.class));
  }

  /** The file of a host's own context. */
  static BackupMk of(Host host) {
    return host.context() == Context.SYSTEM
        ? ofAppliance(host)
        : new BackupMk(host.requireOwnSite().home().resolve("etc/check_mk/backup.mk"));
  }

  static BackupMk ofAppliance(Host host) {
    return new BackupMk(host.path("/etc/cma/backup.conf"));
  }

  /** The entries of a section by their ids; none if file or section are missing. */
  Literal.Dict section(String name) {
    return section(whole(file.read()), name);
  }

  /** Those of a section's entries that can be read; find() of the ports says why others can't. */
  static <T> List<T> sensible(Literal.Dict entries, Function<String, Optional<T>> read) {
    return entries.keys().stream().map(id -> attempt(read, id)).flatMap(Optional::stream).toList();
  }

  /** Why each of the others can't be read, with the file's name. */
  List<ConfigurationException> faults(Literal.Dict entries, Function<String, Optional<?>> read) {
    return faults(file.name(), entries, read);
  }

  static List<ConfigurationException> faults(
      String file, Literal.Dict entries, Function<String, Optional<?>> read) {
    return entries.keys().stream()
        .map(id -> fault(file, read, id))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<ConfigurationException> fault(
      String file, Function<String, Optional<?>> read, String id) {
    try {
      return read.apply(id).flatMap(sensible -> Optional.empty());
    } catch (ConfigurationException | UsageException e) {
      return Optional.of(new ConfigurationException(file + ": " + e.what(), e.hint(), e));
    }
  }

  private static <T> Optional<T> attempt(Function<String, Optional<T>> read, String id) {
    try {
      return read.apply(id);
    } catch (ConfigurationException | UsageException senseless) {
      return Optional.empty();
    }
  }

  /** Puts an entry in a section; all else stays. */
  void put(String section, String id, Literal.Dict entry) {
    change(section, entries -> entries.with(id, entry));
  }

  /** Takes an entry out of a section; all else stays. */
  void remove(String section, String id) {
    if (section(section).get(id).isPresent()) {
      change(section, entries -> entries.without(id));
    }
  }

  private void change(String section, UnaryOperator<Literal.Dict> change) {
    file.change(
        text -> {
          Source source = new Source(file.name(), text);
          Literal.Dict whole = whole(source);
          // Checkmk expects both sections.
          Literal.Dict both =
              whole.with(JOBS, section(whole, JOBS)).with(TARGETS, section(whole, TARGETS));
          Literal.Dict changed = both.with(section, change.apply(section(both, section)));
          return source.header() + LiteralPrinter.print(changed) + "\n";
        });
  }

  private Literal.Dict whole(Source source) {
    return new Field(file.name(), LiteralParser.read(source).orElse(Literal.Dict.EMPTY)).dict();
  }

  private Literal.Dict section(Literal.Dict whole, String name) {
    return new Field(file.name(), whole).get(name).map(Field::dict).orElse(Literal.Dict.EMPTY);
  }
}
