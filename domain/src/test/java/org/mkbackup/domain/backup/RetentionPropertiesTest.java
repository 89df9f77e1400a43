package org.mkbackup.domain.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mkbackup.domain.backup.RetentionPolicy.Generation;

class RetentionPropertiesTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final long NOW = Instant.parse("2026-11-24T12:00:00Z").getEpochSecond();
  private static final long YEARS = 5L * 366 * 24 * 3600;

  @Provide
  Arbitrary<List<Generation>> generations() {
    return Arbitraries.longs()
        .between(NOW - YEARS, NOW)
        .set()
        .ofMaxSize(40)
        .map(
            times ->
                times.stream()
                    .sorted(Comparator.reverseOrder())
                    .map(
                        time ->
                            new Generation(
                                new BackupId("backup " + time), Instant.ofEpochSecond(time)))
                    .toList());
  }

  @Provide
  Arbitrary<RetentionPolicy> policies() {
    Arbitrary<Integer> count = Arbitraries.integers().between(0, 5);
    return Combinators.combine(
            count.map(n -> n + 1),
            count,
            count,
            count,
            count,
            Arbitraries.integers().between(0, 800).map(Period::ofDays))
        .as(RetentionPolicy::new);
  }

  private static Period longer(Period one, Period other) {
    return one.get(ChronoUnit.DAYS) > other.get(ChronoUnit.DAYS) ? one : other;
  }

  private static Set<BackupId> kept(RetentionPolicy policy, List<Generation> generations) {
    return policy.reasons(generations, ZONE).keySet();
  }

  @Property(tries = 300)
  void theNewestIsAlwaysKept(
      @ForAll("policies") RetentionPolicy policy,
      @ForAll("generations") List<Generation> generations) {
    assertEquals(
        generations.stream().limit(1).map(Generation::id).toList(),
        kept(policy, generations).stream().limit(1).toList());
  }

  @Property(tries = 300)
  void aPolicyThatKeepsMoreKeepsAllThatOneKeepsThatKeepsLess(
      @ForAll("policies") RetentionPolicy one,
      @ForAll("policies") RetentionPolicy other,
      @ForAll("generations") List<Generation> generations) {
    RetentionPolicy more =
        new RetentionPolicy(
            Math.max(one.last(), other.last()),
            Math.max(one.daily(), other.daily()),
            Math.max(one.weekly(), other.weekly()),
            Math.max(one.monthly(), other.monthly()),
            Math.max(one.yearly(), other.yearly()),
            longer(one.within(), other.within()));

    assertTrue(kept(more, generations).containsAll(kept(one, generations)));
    assertTrue(kept(more, generations).containsAll(kept(other, generations)));
  }

  @Property(tries = 300)
  void removingASecondTimeRemovesNothing(
      @ForAll("policies") RetentionPolicy policy,
      @ForAll("generations") List<Generation> generations) {
    Set<BackupId> kept = kept(policy, generations);
    List<Generation> left =
        generations.stream().filter(generation -> kept.contains(generation.id())).toList();

    assertEquals(kept, kept(policy, left));
  }

  @Property(tries = 300)
  void nothingThatIsKeptIsKeptForNoReason(
      @ForAll("policies") RetentionPolicy policy,
      @ForAll("generations") List<Generation> generations) {
    assertTrue(policy.reasons(generations, ZONE).values().stream().noneMatch(List::isEmpty));
    assertTrue(kept(policy, generations).size() >= Math.min(policy.last(), generations.size()));
  }

  @Property(tries = 300)
  void idsOfGenerationsSortAsTheirTimesDo(@ForAll("generations") List<Generation> generations) {
    GlobalJobId job = new GlobalJobId("Check_MK-host-heute-nightly");
    List<BackupId> ids = generations.stream().map(each -> job.generation(each.finished())).toList();

    assertEquals(ids.stream().sorted(Comparator.reverseOrder()).toList(), ids);
    assertTrue(ids.stream().allMatch(id -> job.isGeneration(id.value())));
  }
}
