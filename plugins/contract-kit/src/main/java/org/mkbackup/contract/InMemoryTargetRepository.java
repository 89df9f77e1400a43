package org.mkbackup.contract;

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

/** Targets that are gone with the program. */
public final class InMemoryTargetRepository implements TargetRepository {
  private Literal.Dict entries;

  public InMemoryTargetRepository(Target... targets) {
    this(Literal.Dict.EMPTY, Literal.Dict.EMPTY);
    List.of(targets).forEach(this::save);
  }

  /**
   * Holds what configuration files might.
   *
   * @param own configurations by target ids, sensible or not
   * @param appliance the same, of the appliance that the site is on
   */
  public InMemoryTargetRepository(Literal.Dict own, Literal.Dict appliance) {
    Map<Literal, Literal> both = new LinkedHashMap<>(appliance.entries());
    both.putAll(own.entries());
    this.entries = new Literal.Dict(both);
  }

  @Override
  public List<Target> all() {
    return SensibleEntries.of(entries, id -> find(new TargetId(id))).stream()
        .sorted(Comparator.comparing(Target::id))
        .toList();
  }

  @Override
  public List<ConfigurationException> faults() {
    return SensibleEntries.faults(entries, id -> find(new TargetId(id)));
  }

  @Override
  public Optional<Target> find(TargetId id) {
    return entries
        .get(id.value())
        .map(entry -> new Target(id, new Field("Target '" + id + "'", entry).dict()));
  }

  @Override
  public void save(Target target) {
    entries = entries.with(target.id().value(), target.configuration());
  }
}
