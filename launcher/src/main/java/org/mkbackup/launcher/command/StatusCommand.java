package org.mkbackup.launcher.command;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.mkbackup.application.job.StraySettings;
import org.mkbackup.application.job.Summary;
import org.mkbackup.application.status.CheckJobs;
import org.mkbackup.application.status.JobCheck;
import org.mkbackup.application.status.JobStatus;
import org.mkbackup.application.status.JobStatus.Attention;
import org.mkbackup.application.status.ShowStatus;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.failure.MkbackupException;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.launcher.wiring.Wiring;

/** {@code mkbackup status}. */
final class StatusCommand extends Command {
  private final Session session;

  private final Word<String> job = optionalParameter("JOB", "This job only.");

  private final Flag json = flag("--json", "For programs.");

  private final Flag checkmk =
      flag("--checkmk", "As a local check of Checkmk's agent; ends with 0 whatever it tells.");

  StatusCommand(Session session) {
    super("status", "Show how the jobs are doing; ends with 2 if one needs a look.");
    this.session = session;
    oneOf(json.spec(), checkmk.spec());
  }

  @Override
  public Integer call() {
    Host host = session.host();
    Wiring wiring = session.wiring(host);
    if (checkmk.given()) {
      return check(host, wiring);
    }
    ShowStatus status = wiring.get(ShowStatus.class);
    Instant now = wiring.get(Clock.class).instant();
    List<JobStatus> jobs =
        job.told().map(JobId::new).map(status::one).map(List::of).orElseGet(status::all);
    List<String> warnings = warnings(wiring);
    if (json.given()) {
      session.out().println(StatusJson.of(jobs, warnings, now));
    } else {
      print(jobs, now);
      warnings.forEach(warning -> session.err().println("WARNING: " + warning));
    }
    boolean isGood = jobs.stream().allMatch(each -> each.attention().isEmpty());
    int printed = session.printed();
    return isGood || printed != CommandLines.EXIT_GOOD ? printed : CommandLines.EXIT_ATTENTION;
  }

  /* Of settings that are not what somebody thinks; the runs are told of without them, too. */
  private static List<String> warnings(Wiring wiring) {
    try {
      return wiring.get(StraySettings.class).find().stream()
          .map(StraySettings.Stray::text)
          .toList();
    } catch (ConfigurationException senseless) {
      return List.of(senseless.getMessage());
    }
  }

  private int check(Host host, Wiring wiring) {
    CheckmkLines lines = new CheckmkLines(host);
    try {
      CheckJobs check = wiring.get(CheckJobs.class);
      List<JobCheck> jobs =
          job.told().map(JobId::new).map(check::one).map(List::of).orElseGet(check::all);
      jobs.forEach(each -> session.out().println(lines.of(each)));
    } catch (MkbackupException e) {
      // The agent passes on nothing but lines.
      session.out().println(lines.failure(e.getMessage()));
    }
    return session.printed();
  }

  private void print(List<JobStatus> jobs, Instant now) {
    Table table =
        new Table("JOB", "STATE", "LAST RUN", "DURATION", "SIZE", "RATE", "NEXT RUN", "ATTENTION");
    for (JobStatus each : jobs) {
      table.row(
          each.id(),
          StatusJson.word(each.state()) + silence(each, now),
          each.run().map(run -> Times.of(run.started())).orElse("-"),
          each.duration(now).map(Times::of).orElse("-"),
          each.run().flatMap(run -> run.size()).map(Summary::bytes).orElse("-"),
          each.run().map(run -> Summary.bytes(Math.round(run.bytesPerSecond())) + "/s").orElse("-"),
          each.state() == JobStatus.State.INVALID ? "-" : Times.of(each.next()),
          each.attention().map(why -> "! " + text(why) + detail(each)).orElse(""));
    }
    table.print(session.out());
  }

  private static String silence(JobStatus job, Instant now) {
    return job.silentSince(now).map(since -> ", no byte since " + Times.of(since)).orElse("");
  }

  private static String detail(JobStatus job) {
    return job.detail().isEmpty() ? "" : ": " + job.detail();
  }

  private static String text(Attention attention) {
    return switch (attention) {
      case NEVER_RAN -> "it never ran";
      case FAILED -> "its last run failed";
      case KILLED -> "its last run was killed";
      case OVERDUE -> "no good end for longer than twice its period";
      case FUTURE -> "its time is to come: the clock was, or is, wrong";
      case UNREADABLE -> "how it went is not known";
      case INVALID -> "it makes no sense";
    };
  }
}
