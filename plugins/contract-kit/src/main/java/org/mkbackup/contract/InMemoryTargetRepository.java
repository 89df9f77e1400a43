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
  private final Literal.Dict appliance;
  private Literal.Dict own;

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
    this.own = own;
    this.appliance = appliance;
  }

  @Override
  public List<Target> all() {
    return SensibleEntries.of(both(), id -> find(new TargetId(id))).stream()
        .sorted(Comparator.comparing(Target::id))
        .toList();
  }

  @Override
  public List<ConfigurationException> faults() {
    return SensibleEntries.faults(both(), id -> find(new TargetId(id)));
  }

  @Override
  public Optional<Target> find(TargetId id) {
    return both()
        .get(id.value())
        .map(entry -> new Target(id, new Field("Target '" + id + "'", entry).dict()));
  }

  private Literal.Dict both() {
    Map<Literal, Literal> both = new LinkedHashMap<>(appliance.entries());
    both.putAll(own.entries());
    return new Literal.Dict(both);
  }

  @Override
  public boolean owns(TargetId id) {
    return own.get(id.value()).isPresent();
  }

  @Override
  public void save(Target target) {
    own = own.with(target.id().value(), target.configuration());
  }

  @Override
  public void remove(TargetId id) {
    own = own.without(id.value());
  }
}
