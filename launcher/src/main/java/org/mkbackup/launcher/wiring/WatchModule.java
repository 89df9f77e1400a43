package org.mkbackup.launcher.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.mkbackup.application.hook.Hooks;
import org.mkbackup.application.hook.NotifiedRuns;
import org.mkbackup.application.hook.RunHooks;
import org.mkbackup.application.job.JobSettings;
import org.mkbackup.application.job.Limits;
import org.mkbackup.application.job.Settings;
import org.mkbackup.application.job.StraySettings;
import org.mkbackup.application.run.StallWatch;
import org.mkbackup.application.status.CheckJobs;
import org.mkbackup.application.status.ShowStatus;
import org.mkbackup.domain.failure.MkbackupException;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.JobRepository;
import org.mkbackup.domain.port.ProgramRunner;
import org.mkbackup.launcher.console.StopSignal;
import org.mkbackup.launcher.console.Streams;

/** Puts together what looks at runs, so that nobody has to. */
final class WatchModule extends AbstractModule {
  private static final Duration LAST_WORDS = Duration.ofMinutes(1);

  private final Host host;
  private final StopSignal stop;

  WatchModule(Host host, StopSignal stop) {
    this.host = host;
    this.stop = stop;
  }

  @Override
  protected void configure() {
    Recipes recipes = new Recipes(binder());
    recipes.add(
        RunHooks.class,
        from ->
            new RunHooks(
                host,
                job -> EarlySettings.required(from.provider(Settings.class)).of(job).hooks(),
                from.get(ProgramRunner.class)));
    recipes.addOnce(
        NotifiedRuns.class,
        from ->
            new NotifiedRuns(
                host,
                job ->
                    EarlySettings.of(from.provider(Settings.class))
                        .map(known -> job.map(known::of).orElseGet(known::anyJob))
                        .map(JobSettings::hooks)
                        .orElse(Hooks.NONE),
                from.get(ProgramRunner.class),
                stop
                    ::isStopping)); /* A restore is watched also where the settings make no sense. */
    recipes.add(
        StallWatch.class,
        from ->
            new StallWatch(
                () -> stalled(from.provider(Settings.class)),
                new Ending(stop, from.get(NotifiedRuns.class))));
    recipes.add(
        CheckJobs.class,
        from -> {
          ShowStatus status = from.get(ShowStatus.class);
          JobRepository jobs = from.get(JobRepository.class);
          Provider<Settings> settings = from.provider(Settings.class);
          Clock clock = from.get(Clock.class);
          Settings known = EarlySettings.required(settings);
          StraySettings strays = new StraySettings(host, jobs, known::mentions);
          return new CheckJobs(status, jobs, job -> known.of(job).check(), strays, clock);
        });
  }

  private static Optional<Duration> stalled(Provider<Settings> settings) {
    return EarlySettings.of(settings)
        .map(known -> known.limits().stalled())
        .orElseGet(() -> Optional.of(Limits.USUAL_STALL));
  }

  private record Ending(StopSignal stop, NotifiedRuns notified) implements StallWatch.Ending {
    @Override
    public void interrupt(Thread run) {
      stop.interrupt(run);
    }

    /* The log may hang as well as the run. */
    @Override
    public void giveUp(MkbackupException failure) {
      Thread telling = new Thread(() -> tell(failure), "telling");
      telling.setDaemon(true);
      telling.start();
      try {
        telling.join(LAST_WORDS.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        stop.halt();
      }
    }

    /* Nobody may read standard error. */
    private void tell(MkbackupException failure) {
      notified.giveUp(failure);
      Streams.err().println(failure.getMessage());
    }
  }
}
