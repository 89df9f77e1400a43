package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.port.TargetRepository;
import org.mkbackup.domain.target.Target;
import org.mkbackup.domain.target.TargetId;

/** What every {@link TargetRepository} holds to. */
public abstract class TargetRepositoryContract {
  private static final Literal.Dict NONE = Literal.Dict.EMPTY;
  private static final Literal.Dict SENSELESS = NONE.with("title", Literal.text("No remote"));
  private static final TargetId NAS = new TargetId("nas");

  /**
   * The repository of a site, with these entries and no others.
   *
   * @param own of the site: configurations by target ids, sensible or not
   * @param appliance of the appliance that the site is on
   */
  protected abstract TargetRepository holding(Literal.Dict own, Literal.Dict appliance);

  private static Literal.Dict local(String path) {
    return NONE.with("title", Literal.text("In " + path))
        .with(
            "remote",
            new Literal.Tuple(
                List.of(Literal.text("local"), NONE.with("path", Literal.text(path)))));
  }

  private static Literal.Dict entry(String id, Literal value) {
    return NONE.with(id, value);
  }

  private static List<String> ids(TargetRepository targets) {
    return targets.all().stream().map(target -> target.id().value()).toList();
  }

  @Test
  void holdsNoTargetsWhereNoneAreConfigured() {
    TargetRepository targets = holding(NONE, NONE);
    assertEquals(List.of(), targets.all());
    assertEquals(Optional.empty(), targets.find(NAS));
  }

  @Test
  void listsOwnTargetsAndTheAppliancesSortedById() {
    TargetRepository targets =
        holding(entry("nas", local("/n")).with("a", local("/a")), entry("m", local("/m")));
    assertEquals(List.of("a", "m", "nas"), ids(targets));
  }

  @Test
  void findsATargetOfTheAppliance() {
    TargetRepository targets = holding(NONE, entry("nas", local("/appliance")));
    assertEquals(Optional.of(new Target(NAS, local("/appliance"))), targets.find(NAS));
  }

  @Test
  void prefersTheOwnTargetOfTwoWithOneId() {
    TargetRepository targets =
        holding(entry("nas", local("/own")), entry("nas", local("/appliance")));
    assertEquals(Optional.of(new Target(NAS, local("/own"))), targets.find(NAS));
    assertEquals(List.of(new Target(NAS, local("/own"))), targets.all());
  }

  @Test
  void refusesASenselessTargetByNameWhenItIsAskedFor() {
    TargetRepository targets = holding(entry("nas", SENSELESS), entry("nas", local("/appliance")));
    var refused = assertThrows(ConfigurationException.class, () -> targets.find(NAS));
    assertTrue(refused.what().startsWith("Target 'nas' has no 'remote'"), refused.what());
  }

  @Test
  void listsTheOthersBesideSenselessTargets() {
    TargetRepository targets =
        holding(
            entry("nas", SENSELESS).with("text", Literal.text("")).with("good", local("/good")),
            entry("not an id", local("/x")).with("nas", local("/appliance")));
    assertEquals(List.of("good"), ids(targets));
  }

  @Test
  void knowsWhichTargetsAreItsOwn() {
    TargetRepository targets =
        holding(entry("own", local("/o")).with("bad", SENSELESS), entry("nas", local("/n")));
    assertTrue(targets.owns(new TargetId("own")));
    assertTrue(targets.owns(new TargetId("bad")));
    assertFalse(targets.owns(NAS));
    assertFalse(targets.owns(new TargetId("none")));
  }

  @Test
  void removesATargetOfItsOwnAndNeverOneOfTheAppliance() {
    TargetRepository targets =
        holding(
            entry("nas", local("/own")).with("bad", SENSELESS), entry("nas", local("/appliance")));
    targets.remove(NAS);
    targets.remove(new TargetId("bad"));
    assertEquals(Optional.of(new Target(NAS, local("/appliance"))), targets.find(NAS));
    assertEquals(Optional.empty(), targets.find(new TargetId("bad")));
    targets.remove(NAS);
    assertTrue(targets.find(NAS).isPresent());
  }

  @Test
  void saysWhatIsWrongWithEachSenselessTargetThatCounts() {
    TargetRepository targets =
        holding(
            entry("nas", SENSELESS).with("good", local("/good")),
            entry("nas", SENSELESS).with("good", SENSELESS).with("not an id", local("/x")));
    List<String> faults = targets.faults().stream().map(ConfigurationException::what).toList();
    assertEquals(2, faults.size(), faults::toString);
    assertTrue(faults.get(0).contains("Target 'nas' has no 'remote'"), faults::toString);
    assertTrue(faults.get(1).contains("'not an id'"), faults::toString);
  }

  @Test
  void storesATargetAmongItsOwn() {
    TargetRepository targets =
        holding(entry("other", SENSELESS), entry("nas", local("/appliance")));
    Target target = new Target(NAS, local("/own"));
    targets.save(target);
    assertEquals(Optional.of(target), targets.find(NAS));
    assertThrows(ConfigurationException.class, () -> targets.find(new TargetId("other")));
  }
}
