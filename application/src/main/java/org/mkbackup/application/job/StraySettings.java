package org.mkbackup.application.job;

import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.mkbackup.application.site.Sites;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.port.JobRepository;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.text.EditDistance;

/**
 * Settings of jobs that there aren't, because an id is misspelled or its job was removed. The job
 * that is meant keeps fewer backups than somebody thinks.
 */
public final class StraySettings {
  private static final int SLIPS = 2;
  private static final int MOST_TOLD = 5;

  /**
   * Such settings.
   *
   * @param certain whether they can't be meant for a job of another site
   * @param meant the job whose id is nearly the same, and that has no settings of its own
   * @param text for people
   */
  public record Stray(boolean certain, Optional<JobId> meant, String text) {}

  private final Host host;
  private final JobRepository jobs;
  private final Supplier<List<JobMention>> mentions;

  public StraySettings(Host host, JobRepository jobs, Supplier<List<JobMention>> mentions) {
    this.host = host;
    this.jobs = jobs;
    this.mentions = mentions;
  }

  /** All of them. Where another site's job may be meant, only those that look misspelled. */
  public List<Stray> find() {
    List<JobMention> all = mentions.get();
    Set<String> named = all.stream().map(each -> each.job().value()).collect(Collectors.toSet());
    List<String> known = all.isEmpty() ? List.of() : jobs.ids();
    return all.stream()
        .filter(each -> !known.contains(each.job().value()))
        .map(each -> stray(each, known, named))
        .filter(stray -> stray.certain() || stray.meant().isPresent())
        .toList();
  }

  /** Tells a run's log of them. */
  void tell(RunLog log) {
    for (Stray stray : find()) {
      if (stray.certain()) {
        log.warn(stray.text());
      } else {
        log.info(stray.text());
      }
    }
  }

  private Stray stray(JobMention mention, List<String> known, Set<String> named) {
    boolean certain = !mention.ofMachine() || isAlone();
    String id = mention.job().value();
    Optional<String> meant =
        known.stream()
            .filter(each -> !named.contains(each))
            .filter(
                each -> EditDistance.between(each, id) <= Math.min(SLIPS, (id.length() + 1) / 3))
            .min(Comparator.comparing(each -> EditDistance.between(each, id)));
    String text =
        mention.place()
            + " has settings for a job '"
            + id
            + "', which isn't there. "
            + meant.map(each -> "Did you mean '" + each + "'?").orElseGet(() -> thoseOf(known));
    return new Stray(certain, meant.map(JobId::new), text);
  }

  private static String thoseOf(List<String> known) {
    return known.isEmpty() || known.size() > MOST_TOLD
        ? "'mkbackup jobs' shows those there are"
        : "There are: " + String.join(", ", known);
  }

  /* Nobody else reads the settings of the machine. */
  private boolean isAlone() {
    List<String> others =
        new Sites(host)
            .all().stream()
                .map(site -> site.name().value())
                .filter(
                    name -> host.ownSite().filter(own -> own.name().value().equals(name)).isEmpty())
                .toList();
    return others.isEmpty()
        && (host.context() == Context.SYSTEM || !Files.isDirectory(host.path("/etc/cma")));
  }
}
