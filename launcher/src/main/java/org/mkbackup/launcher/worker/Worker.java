package org.mkbackup.launcher.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mkbackup.application.site.ConflictPolicy;
import org.mkbackup.application.site.ConvertOrder;
import org.mkbackup.application.site.OwnSiteWork;
import org.mkbackup.application.site.PackOrder;
import org.mkbackup.application.site.RecoverSite;
import org.mkbackup.application.site.UnpackOrder;
import org.mkbackup.domain.failure.MkbackupException;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.MemberRecorder;
import org.mkbackup.domain.port.SkeletonConverter.Choice;
import org.mkbackup.domain.site.ArchiveHead;
import org.mkbackup.domain.site.ArchiveSummary;
import org.mkbackup.domain.site.Compression;
import org.mkbackup.domain.site.Exclusions;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;
import org.mkbackup.domain.site.SiteVersion;
import org.mkbackup.launcher.console.Streams;

/** The child's side: does one task as the site's user, and tells its parent how it goes. */
public final class Worker {
  private static final int GOOD = 0;
  private static final int FAILED = 3;

  private final Host host;
  private final OwnSiteWork.Reach reach;
  private final RecoverSite recover;
  private final PrintStream messages;
  private final MessageObserver observer;

  public Worker(Host host, OwnSiteWork.Reach reach, RecoverSite recover, PrintStream messages) {
    this.host = host;
    this.reach = reach;
    this.recover = recover;
    this.messages = messages;
    this.observer = new MessageObserver(messages);
  }

  /** Does what the command line says; returns the exit code. */
  public int run(List<String> arguments) {
    try {
      WorkerTask task =
          arguments.stream()
              .findFirst()
              .flatMap(WorkerTask::of)
              .orElseThrow(() -> new UsageException("This is not for use by hand", ""));
      ArchiveSummary summary = run(task, arguments.subList(1, arguments.size()));
      messages.println(Message.summary(summary.members(), summary.contentBytes()).line());
      return GOOD;
    } catch (MkbackupException failure) {
      return failed(failure);
    } catch (RuntimeException | Error failure) {
      return failed(new SiteException("Internal error: " + failure, "Report it", failure));
    }
  }

  private int failed(MkbackupException failure) {
    messages.println(Message.failure(failure).line());
    return FAILED;
  }

  private ArchiveSummary run(WorkerTask task, List<String> words) {
    SiteTree site = host.requireOwnSite();
    OwnSiteWork work = new OwnSiteWork(host, reach, this::ask);
    ArchiveSummary nothing = new ArchiveSummary(0, 0);
    return switch (task) {
      case RECOVER -> {
        // The parent holds the lock.
        recover.recover(site, observer);
        yield nothing;
      }
      case PACK -> pack(work, site, words);
      case CHECK -> work.check(site, Streams.in(), observer, observer);
      case UNPACK -> {
        Optional<String> port = words.size() > 1 ? Optional.of(words.get(1)) : Optional.empty();
        yield work.unpack(
            new UnpackOrder(site, Path.of(words.get(0)), port), Streams.in(), observer, observer);
      }
      case CONVERT -> {
        work.convert(
            new ConvertOrder(
                Path.of(words.get(0)),
                head(words.get(1), words.get(2)),
                site.name(),
                ConflictPolicy.valueOf(words.get(3))),
            observer);
        yield nothing;
      }
      case HOOKS -> {
        work.runHooks(site, head(words.get(0), words.get(1)), observer);
        yield nothing;
      }
      case REMOVE -> {
        work.remove(Path.of(words.get(0)), observer);
        yield nothing;
      }
      case CARRY_OVER -> {
        work.carryOver(Path.of(words.get(0)), Path.of(words.get(1)), words.get(2));
        yield nothing;
      }
      case CARRY_BACK -> {
        work.carryBack(Path.of(words.get(0)), Path.of(words.get(1)), words.get(2));
        yield nothing;
      }
      case CLEAR -> {
        work.clear(Path.of(words.get(0)), observer);
        yield nothing;
      }
      case BEGIN_IN_PLACE -> {
        work.beginInPlace(Path.of(words.get(0)));
        yield nothing;
      }
      case END_IN_PLACE -> {
        work.endInPlace(Path.of(words.get(0)));
        yield nothing;
      }
    };
  }

  private ArchiveSummary pack(OwnSiteWork work, SiteTree site, List<String> words) {
    Compression compression =
        new Compression(
            Compression.Format.valueOf(words.get(2)),
            Integer.parseInt(words.get(3)),
            Integer.parseInt(words.get(4)));
    Set<Exclusions.Part> without =
        words.subList(5, words.size()).stream()
            .map(Exclusions.Part::valueOf)
            .collect(Collectors.toSet());
    OutputStream sink = Streams.outBytes();
    MemberMessages listed = new MemberMessages(messages);
    MemberRecorder members = Boolean.parseBoolean(words.get(1)) ? listed : MemberRecorder.none();
    boolean running = Boolean.parseBoolean(words.get(0));
    PackOrder order = new PackOrder(site, without, compression, running, members);
    ArchiveSummary summary = work.pack(order, sink, observer, observer);
    listed.flush();
    return summary;
  }

  private static ArchiveHead head(String site, String version) {
    return new ArchiveHead(new SiteName(site), new SiteVersion(version));
  }

  private Optional<Choice> ask(String file) {
    messages.println(Message.of(Message.Kind.CONFLICT, file).line());
    try {
      String answer = answers().readLine();
      return answer == null || answer.equals(Answers.NO_TERMINAL)
          ? Optional.empty()
          : Arrays.stream(Choice.values()).filter(c -> c.name().equals(answer)).findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /* One answer follows one question, so nothing is read ahead and lost. */
  private static BufferedReader answers() {
    return new BufferedReader(new InputStreamReader(Streams.in(), StandardCharsets.US_ASCII));
  }
}
