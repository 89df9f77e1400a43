package org.mkbackup.application.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mkbackup.application.ManagedSite;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.BusyException;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.job.Job;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.target.Target;
import org.mkbackup.domain.target.TargetId;

class ManageTargetsTest {
  private static final TargetId NEW = new TargetId("new");

  private final ManagedSite site = new ManagedSite();
  private final AddTarget add = new AddTarget(site.lock, site.repository, site.types);
  private final EditTarget edit =
      new EditTarget(
          site.lock,
          site.repository,
          site.types,
          new CheckTarget(site.context, site.targets),
          site.use);
  private final RemoveTarget remove = new RemoveTarget(site.lock, site.repository, site.use);

  private void add(String type, Map<String, String> options) {
    add.run(new AddTarget.Command(NEW, type, Optional.empty(), options));
  }

  private void edit(Map<String, String> options) {
    edit.run(new EditTarget.Command(ManagedSite.SHELF, Optional.empty(), options));
  }

  private Literal.Dict parameters(TargetId id) {
    return site.repository.find(id).orElseThrow().parameters().dict();
  }

  private void use(TargetId target) {
    site.jobs.save(
        new Job(
            new JobId("nightly"), Literal.Dict.EMPTY.with("target", Literal.text(target.value()))));
  }

  @Test
  void aNewTargetHasWhatItsTypeWasTold() {
    add("shelf", Map.of("wood", "straw", "lock", "1234"));

    Target target = site.repository.find(NEW).orElseThrow();
    assertEquals("new", target.title());
    assertEquals("shelf", target.type());
    assertEquals(Optional.of(Literal.text("straw")), parameters(NEW).get("wood"));
    assertEquals(Optional.of(Literal.bool(false)), parameters(NEW).get("doors"));
    assertFalse(target.toString().contains("1234"));
  }

  @Test
  void whatATypeNeedsAndKnowsIsAskedOfTheType() {
    var missing = assertThrows(UsageException.class, () -> add("shelf", Map.of()));
    assertTrue(missing.getMessage().contains("needs --wood. What it is made of."), "" + missing);
    var unknown =
        assertThrows(UsageException.class, () -> add("shelf", Map.of("wood", "oak", "legs", "4")));
    assertTrue(unknown.getMessage().contains("--wood, --doors, --lock"), "" + unknown);
    assertThrows(UsageException.class, () -> add("cupboard", Map.of()));
    assertEquals(Optional.empty(), site.repository.find(NEW));
  }

  @Test
  void anIdIsTakenOnceOnlyButOneOfTheApplianceMayBeCovered() {
    add("shelf", Map.of("wood", "oak"));
    assertThrows(UsageException.class, () -> add("shelf", Map.of("wood", "oak")));
    add.run(
        new AddTarget.Command(
            new TargetId("appliance"), "shelf", Optional.empty(), Map.of("wood", "elm")));
    assertTrue(site.repository.owns(new TargetId("appliance")));
  }

  @Test
  void anEditChangesWhatIsNamedAndKeepsWhatOnlyOthersKnow() {
    edit(Map.of("doors", "true"));
    assertEquals(
        Literal.Dict.EMPTY
            .with("wood", Literal.text("oak"))
            .with("future", Literal.integer(7))
            .with("doors", Literal.bool(true)),
        parameters(ManagedSite.SHELF));
    edit.run(new EditTarget.Command(ManagedSite.SHELF, Optional.of("Mine"), Map.of()));
    assertEquals("Mine", site.repository.find(ManagedSite.SHELF).orElseThrow().title());
    assertEquals(3, parameters(ManagedSite.SHELF).entries().size());
  }

  @Test
  void whatAJobUsesStaysReadyAndStays() {
    edit(Map.of("wood", "straw"));
    edit(Map.of("wood", "oak"));
    use(ManagedSite.SHELF);
    assertThrows(TargetException.class, () -> edit(Map.of("wood", "straw")));
    var used = assertThrows(UsageException.class, () -> remove.run(ManagedSite.SHELF));
    assertEquals("Target 'shelf' is used by job 'nightly'", used.what());
    site.jobs.remove(new JobId("nightly"));
    remove.run(ManagedSite.SHELF);
    assertEquals(Optional.empty(), site.repository.find(ManagedSite.SHELF));
  }

  @Test
  void aTargetThatASenselessJobNamesStaysToo() {
    ManagedSite broken =
        new ManagedSite(
            Literal.Dict.EMPTY.with(
                "not an id", Literal.Dict.EMPTY.with("target", Literal.text("shelf"))));
    RemoveTarget refusing = new RemoveTarget(broken.lock, broken.repository, broken.use);

    var used = assertThrows(UsageException.class, () -> refusing.run(ManagedSite.SHELF));

    assertEquals("Target 'shelf' is used by job 'not an id'", used.what());
  }

  @Test
  void aTargetOfARunningJobIsNotEdited() {
    use(ManagedSite.SHELF);
    site.running("nightly");
    assertThrows(BusyException.class, () -> edit(Map.of("doors", "true")));
  }

  @Test
  void aTargetOfTheApplianceIsNotTouchedFromASite() {
    TargetId id = new TargetId("appliance");
    for (var call :
        List.<Runnable>of(
            () -> remove.run(id),
            () -> edit.run(new EditTarget.Command(id, Optional.of("x"), Map.of())))) {
      var refused = assertThrows(UsageException.class, call::run);
      assertTrue(refused.what().contains("of the appliance"), refused::what);
    }
    assertThrows(TargetException.class, () -> remove.run(NEW));
  }
}
