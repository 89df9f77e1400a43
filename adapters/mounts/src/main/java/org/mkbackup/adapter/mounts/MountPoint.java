package org.mkbackup.adapter.mounts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.mkbackup.adapter.mounts.Commands.Outcome;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.mount.Mount;
import org.mkbackup.domain.mount.MountType;

/**
 * The directory of one mount. This process never touches what is mounted there: that is for
 * children which can be abandoned, though they wait in the kernel.
 */
final class MountPoint {
  private static final Duration MOUNT = Duration.ofSeconds(40);
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final Duration UNMOUNT = Duration.ofSeconds(10);
  private static final List<String> DEAD =
      List.of("Transport endpoint is not connected", "Stale file handle");
  private static final List<String> KERNEL =
      List.of("No such device", "unknown filesystem type", "not supported by the system");

  private final Mount mount;
  private final MountPoints all;
  private final Path place;

  MountPoint(Mount mount, MountPoints all) {
    this.mount = mount;
    this.all = all;
    this.place = mount.place(all.host());
  }

  boolean isUp() {
    return all.table().includes(place);
  }

  /** The mount and its directory, for people. */
  String name() {
    return "Mount '" + mount.id() + "' at " + place;
  }

  /** Why what is mounted can't be used; empty if the server answers. */
  Optional<String> problem() {
    // The file system's numbers come from the server where names and attributes may be cached.
    return unanswered(List.of("stat", "--file-system", "--", place.toString()))
        .or(
            () ->
                unanswered(
                    List.of(
                        "find",
                        place.toString(),
                        "-mindepth",
                        "1",
                        "-maxdepth",
                        "1",
                        "-print",
                        "-quit")));
  }

  private Optional<String> unanswered(List<String> question) {
    Outcome outcome = all.commands().run(question, ANSWER);
    if (!outcome.ended()) {
      return Optional.of("the server gives no answer within " + ANSWER.toSeconds() + " s");
    }
    boolean answered = outcome.isGood() || outcome.said().endsWith("Permission denied");
    return answered ? Optional.empty() : Optional.of(outcome.said());
  }

  void check() {
    if (!isUp()) {
      throw new TargetException(
          name() + " is not up", "'mkbackup mount up " + mount.id() + "' as root mounts it");
    }
    problem().ifPresent(this::refuse);
  }

  private void refuse(String problem) {
    throw new TargetException(
        name() + " can't be used: " + problem,
        "See to the server "
            + mount.source()
            + ", or give the mount up with 'mkbackup mount down "
            + mount.id()
            + "' as root");
  }

  /**
   * Whether it is up and answers. One that is dead for good is detached, so that it can be mounted
   * anew; what else is wrong with one is refused.
   */
  boolean isAlive() {
    if (!isUp()) {
      return false;
    }
    Optional<String> problem = problem();
    if (problem.filter(said -> DEAD.stream().anyMatch(said::contains)).isPresent()) {
      detach();
      return false;
    }
    problem.ifPresent(this::refuse);
    return true;
  }

  void mount() {
    String helper = MountLine.helper(mount.type());
    if (!all.commands().has(helper)) {
      throw new TargetException(
          name() + " needs the command '" + helper + "', which is missing",
          "Install the package " + MountLine.helperPackage(mount.type()));
    }
    makeDirectory();
    Outcome outcome = all.commands().run(MountLine.of(mount, all.host()), MOUNT);
    if (!outcome.isGood()) {
      // It may have been given up when it was nearly done.
      release();
      throw failure(outcome);
    }
  }

  private TargetException failure(Outcome outcome) {
    String what = name() + " can't be mounted from " + mount.source() + ": ";
    if (!outcome.ended()) {
      return new TargetException(
          what + "the server gives no answer within " + MOUNT.toSeconds() + " s",
          "See that it runs and can be reached");
    }
    if (KERNEL.stream().anyMatch(outcome.said()::contains)) {
      return new TargetException(
          what + "this system's kernel knows no " + mount.type() + " (" + outcome.said() + ")",
          "Use a kernel that has it, or mount with another type");
    }
    return new TargetException(
        what + outcome.said() + " (exit code " + outcome.exitCode() + ")",
        mount.type() == MountType.SSHFS
            ? "See that ssh gets there without a question, and that its key is known to root"
            : "Check the source, the options and the rights there");
  }

  private void makeDirectory() {
    try {
      if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectories(place);
      }
    } catch (IOException e) {
      throw new TargetException(
          "The directory of " + name() + " can't be made: " + SystemReason.of(e),
          "Run this as root, and see that nothing else has its name",
          e);
    }
  }

  private void release() {
    if (isUp()) {
      detach();
    }
  }

  /** Unmounts, and detaches what hangs. */
  void unmount() {
    Outcome outcome = all.commands().run(List.of("umount", "--", place.toString()), UNMOUNT);
    if (!outcome.ended()) {
      detach();
    } else if (isUp()) {
      throw cannotUnmount(outcome);
    }
  }

  private void detach() {
    Outcome outcome =
        all.commands().run(List.of("umount", "--force", "--lazy", "--", place.toString()), UNMOUNT);
    if (isUp()) {
      throw cannotUnmount(outcome);
    }
  }

  private TargetException cannotUnmount(Outcome outcome) {
    String reason = outcome.said().isEmpty() ? "something is mounted there still" : outcome.said();
    return new TargetException(
        name() + " can't be unmounted: " + reason,
        "End what uses it ('fuser -vm " + place + "' shows that), and try again");
  }
}
