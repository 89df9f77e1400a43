package org.mkbackup.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteTree;

/**
 * A {@link SiteHome} of renames without a journal, for one site and for tests: what was half done
 * is known to this object only.
 */
public final class SimpleSiteHome implements SiteHome {
  private Optional<Simple> last = Optional.empty();

  @Override
  public Optional<String> obstacle(SiteTree site) {
    return Optional.empty();
  }

  @Override
  public Staged stage(SiteTree site) {
    recover(site, RunLog.silent());
    Simple staged = new Simple(site);
    attempt(
        () ->
            Files.createDirectory(
                staged.directory,
                PosixFilePermissions.asFileAttribute(
                    PosixFilePermissions.fromString("rwx------"))));
    last = Optional.of(staged);
    return staged;
  }

  @Override
  public boolean isHalfDone(SiteTree site) {
    return last.filter(staged -> !staged.over || staged.accepted || staged.runningNoted)
        .isPresent();
  }

  @Override
  public boolean mustUndo(SiteTree site) {
    return last.filter(staged -> !staged.over && staged.swapped).isPresent();
  }

  @Override
  public Recovery recover(SiteTree site, RunLog log) {
    if (!isHalfDone(site)) {
      return Recovery.NOTHING;
    }
    Simple dead = last.orElseThrow();
    boolean undone = dead.swapped && !dead.over;
    boolean finished = dead.accepted;
    dead.end();
    if (finished) {
      return dead.wasRunning || dead.runningNoted
          ? Recovery.FINISHED_WAS_RUNNING
          : Recovery.FINISHED;
    }
    if (!undone) {
      return dead.runningNoted ? Recovery.WAS_RUNNING : Recovery.NOTHING;
    }
    return dead.wasRunning || dead.runningNoted ? Recovery.UNDONE_WAS_RUNNING : Recovery.UNDONE;
  }

  @Override
  public void settle(SiteTree site) {
    last.ifPresent(staged -> staged.runningNoted = false);
  }

  /** Renames beside the home. */
  private static final class Simple implements Staged {
    private final Path home;
    private final Path directory;
    private final Path aside;
    private boolean carried;
    private boolean swapped;
    private boolean wasRunning;
    private boolean runningNoted;
    private boolean accepted;
    private boolean over;

    Simple(SiteTree site) {
      this.home = site.home();
      this.directory = home.resolveSibling("." + site.name() + ".new");
      this.aside = home.resolveSibling("." + site.name() + ".old");
    }

    @Override
    public Path directory() {
      return directory;
    }

    @Override
    public void noteRunning() {
      runningNoted = true;
    }

    @Override
    public void swapIn(boolean running) {
      if (!Files.isDirectory(directory)) {
        throw new SiteException("The new tree " + directory + " has gone", "Try again");
      }
      wasRunning = running;
      carried = exists(home.resolve(ExampleSite.DATABASE));
      if (carried) {
        carry(home, directory);
      }
      move(home, aside);
      move(directory, home);
      swapped = true;
    }

    @Override
    public void undo() {
      move(home, directory);
      move(aside, home);
      if (carried) {
        carry(directory, home);
      }
      swapped = false;
    }

    private static void carry(Path from, Path to) {
      Path place = to.resolve(ExampleSite.DATABASE);
      remove(place);
      move(from.resolve(ExampleSite.DATABASE), place);
    }

    @Override
    public void accept(RunLog log) {
      over = true;
      accepted = true;
    }

    @Override
    public void close() {
      end();
      runningNoted = false;
    }

    void end() {
      if (accepted) {
        remove(aside);
        accepted = false;
      }
      if (!over) {
        if (swapped) {
          undo();
        }
        remove(directory);
        over = true;
      }
    }
  }

  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static void move(Path from, Path to) {
    if (exists(from)) {
      attempt(() -> Files.move(from, to));
    }
  }

  private static void remove(Path tree) {
    if (Files.isDirectory(tree, LinkOption.NOFOLLOW_LINKS)) {
      attempt(() -> Files.setAttribute(tree, "unix:mode", 0700));
      attempt(
          () -> {
            try (Stream<Path> entries = Files.list(tree)) {
              entries.forEach(SimpleSiteHome::remove);
              return tree;
            }
          });
    }
    attempt(() -> Files.deleteIfExists(tree));
  }

  private interface Step {
    Object run() throws IOException;
  }

  private static void attempt(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      throw new SiteException("The site can't be swapped: " + e, "", e);
    }
  }
}
