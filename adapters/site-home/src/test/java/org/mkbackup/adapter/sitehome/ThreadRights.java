package org.mkbackup.adapter.sitehome;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Assumptions;

/**
 * Lets a thread of its own be another user, or see other mounts than the rest of the process: Linux
 * keeps both per thread.
 */
final class ThreadRights {
  private static final int CLONE_NEWNS = 0x20000;
  private static final NativeLong MS_REC_PRIVATE = new NativeLong(0x4000 | 0x40000);
  private static final NativeLong NONE = new NativeLong(0);

  /** Numbers of setresuid, setresgid and setgroups. */
  private static final Map<String, long[]> SYSCALLS =
      Map.of("amd64", new long[] {117, 119, 116}, "aarch64", new long[] {147, 149, 159});

  interface LibC extends Library {
    int geteuid();

    int unshare(int flags) throws LastErrorException;

    int mount(byte[] source, byte[] target, byte[] type, NativeLong flags, Pointer data)
        throws LastErrorException;

    NativeLong syscall(NativeLong number, Object... arguments) throws LastErrorException;
  }

  private static final LibC LIBC = Native.load("c", LibC.class);

  /** What is done in the thread. */
  interface Act {
    void run() throws Exception;
  }

  private ThreadRights() {}

  static boolean isRoot() {
    return LIBC.geteuid() == 0;
  }

  /** Runs with root's rights given up for those of a user without any; needs none to begin with. */
  static void asOrdinaryUser(int uid, Act act) throws Exception {
    if (!isRoot()) {
      act.run();
      return;
    }
    long[] numbers = SYSCALLS.getOrDefault(System.getProperty("os.arch"), new long[0]);
    Assumptions.assumeTrue(numbers.length > 0, "Rights of users were left out on this machine");
    inThread(
        () -> {
          syscall(numbers[2], 0L, 0L);
          syscall(numbers[1], uid, uid, uid);
          syscall(numbers[0], uid, uid, uid);
          act.run();
        });
  }

  private static void syscall(long number, Object... arguments) {
    LIBC.syscall(new NativeLong(number), arguments);
  }

  /** Runs where mounts are seen by this thread only, and vanish with it. */
  static void withOwnMounts(Act act) throws Exception {
    Assumptions.assumeTrue(isRoot(), "Real mounts were left out: they take root");
    inThread(
        () -> {
          LIBC.unshare(CLONE_NEWNS);
          LIBC.mount(bytes("none"), bytes("/"), bytes("none"), MS_REC_PRIVATE, Pointer.NULL);
          act.run();
        });
  }

  /** Within {@link #withOwnMounts}. */
  static void mountTmpfs(Path directory) {
    LIBC.mount(bytes("test"), bytes(directory.toString()), bytes("tmpfs"), NONE, Pointer.NULL);
  }

  /** What {@link #withOwnMounts} mounts. */
  static Mounts ownMounts() {
    return new Mounts(Path.of("/proc/thread-self/mountinfo"));
  }

  private static byte[] bytes(String text) {
    return (text + "\0").getBytes(StandardCharsets.UTF_8);
  }

  private static void inThread(Act act) throws Exception {
    FutureTask<Optional<Void>> task =
        new FutureTask<>(
            () -> {
              act.run();
              return Optional.empty();
            });
    Thread thread = new Thread(task, "test");
    thread.start();
    try {
      task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e;
    }
  }
}
