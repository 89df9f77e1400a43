package org.mkbackup.adapter.backupmk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mkbackup.domain.data.Field;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.port.TargetRepository;
import org.mkbackup.domain.target.Target;
import org.mkbackup.domain.target.TargetId;

/** The targets of one {@code backup.mk} and, behind it, of the appliance's. */
final class BackupMkTargets implements TargetRepository {
  private final BackupMk own;
  private final Optional<BackupMk> appliance;

  /**
   * @param appliance empty where the own file is the appliance's
   */
  BackupMkTargets(BackupMk own, Optional<BackupMk> appliance) {
    this.own = own;
    this.appliance = appliance;
  }

  @Override
  public List<Target> all() {
    Map<Literal, Literal> entries = new LinkedHashMap<>();
    appliance.ifPresent(file -> entries.putAll(file.section(BackupMk.TARGETS).entries()));
    entries.putAll(own.section(BackupMk.TARGETS).entries());
    Literal.Dict both = new Literal.Dict(entries);
    return BackupMk.sensible(both, id -> read(both, new TargetId(id))).stream()
        .sorted(Comparator.comparing(Target::id))
        .toList();
  }

  @Override
  public List<ConfigurationException> faults() {
    Literal.Dict mine = own.section(BackupMk.TARGETS);
    List<ConfigurationException> faults = new ArrayList<>();
    faults.addAll(own.faults(mine, id -> read(mine, new TargetId(id))));
    appliance.ifPresent(
        file -> {
          Literal.Dict theirs = file.section(BackupMk.TARGETS);
          faults.addAll(
              file.faults(
                  theirs,
                  id ->
                      mine.get(id).isPresent()
                          ? Optional.empty()
                          : read(theirs, new TargetId(id))));
        });
    return faults;
  }

  @Override
  public Optional<Target> find(TargetId id) {
    return read(own.section(BackupMk.TARGETS), id)
        .or(() -> appliance.flatMap(file -> read(file.section(BackupMk.TARGETS), id)));
  }

  @Override
  public boolean owns(TargetId id) {
    return own.section(BackupMk.TARGETS).get(id.value()).isPresent();
  }

  @Override
  public void save(Target target) {
    own.put(BackupMk.TARGETS, target.id().value(), target.configuration());
  }

  @Override
  public void remove(TargetId id) {
    own.remove(BackupMk.TARGETS, id.value());
  }

  private static Optional<Target> read(Literal.Dict entries, TargetId id) {
    return entries
        .get(id.value())
        .map(entry -> new Target(id, new Field("Target '" + id + "'", entry).dict()));
  }
}
