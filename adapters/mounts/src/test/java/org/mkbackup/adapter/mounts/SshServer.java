package org.mkbackup.adapter.mounts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mkbackup.contract.PrivateRoot;
import org.mkbackup.domain.mount.Mount;
import org.mkbackup.domain.mount.MountId;
import org.mkbackup.domain.mount.MountType;

/** A real sshd on a free port of this machine, with a key and a configuration of its own. */
final class SshServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private final Path directory;
  private final int port;
  private final Process sshd;

  private SshServer(Path directory, int port, Process sshd) {
    this.directory = directory;
    this.port = port;
    this.sshd = sshd;
  }

  static SshServer start(Path directory) throws IOException {
    PrivateRoot.requireInside();
    Files.createDirectories(Path.of("/run/sshd"));
    Files.createDirectory(directory.resolve("data"));
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", directory + "/host");
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", directory + "/user");
    Files.copy(directory.resolve("user.pub"), directory.resolve("authorized"));
    int port = freePort();
    String key = Files.readString(directory.resolve("host.pub"));
    Files.writeString(directory.resolve("known"), "[127.0.0.1]:" + port + " " + key);
    Path configuration =
        Files.writeString(
            directory.resolve("sshd_config"),
            """
            Port %2$d
            ListenAddress 127.0.0.1
            HostKey %1$s/host
            AuthorizedKeysFile %1$s/authorized
            PidFile none
            StrictModes no
            UsePAM no
            PermitRootLogin prohibit-password
            Subsystem sftp internal-sftp
            """
                .formatted(directory, port),
            StandardCharsets.UTF_8);
    Process sshd =
        new ProcessBuilder("/usr/sbin/sshd", "-D", "-e", "-f", configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log").toFile())
            .start();
    SshServer server = new SshServer(directory, port, sshd);
    server.awaitPort();
    return server;
  }

  /** The server's directory, as a mount. */
  Mount mount(MountId id) {
    String options =
        "IdentityFile=%1$s/user,UserKnownHostsFile=%1$s/known,port=%2$d".formatted(directory, port);
    return Mount.of(id, MountType.SSHFS, "root@127.0.0.1:" + data(), options);
  }

  Path data() {
    return directory.resolve("data");
  }

  /** A file of known hosts that knows another key for the server. */
  Path wrongKnownHosts() throws IOException {
    String key = Files.readString(directory.resolve("user.pub"));
    return Files.writeString(
        directory.resolve("wrong"), "[127.0.0.1]:" + port + " " + key, StandardCharsets.UTF_8);
  }

  /** Has it and its sessions stand still. */
  void stop() {
    signal("STOP");
  }

  void goOn() {
    signal("CONT");
  }

  /** Sends a signal to it and its sessions, some of which may just have ended. */
  private void signal(String name) {
    List<String> line = new ArrayList<>(List.of("sh", "-c", "kill -s \"$@\" || :", "sh"));
    line.addAll(List.of(name, "" + sshd.pid()));
    sshd.descendants().forEach(session -> line.add("" + session.pid()));
    run(line.toArray(String[]::new));
  }

  @Override
  public void close() {
    Stream<ProcessHandle> sessions = sshd.descendants().toList().stream();
    sshd.destroyForcibly().onExit().join();
    sessions.forEach(ProcessHandle::destroyForcibly);
  }

  private void awaitPort() throws IOException {
    Instant end = Instant.now().plus(PATIENCE);
    while (true) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException notYet) {
        if (Instant.now().isAfter(end) || !sshd.isAlive()) {
          throw new IOException(Files.readString(directory.resolve("log")), notYet);
        }
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  static String run(String... line) {
    try {
      Process process =
          new ProcessBuilder(line)
              .redirectInput(Path.of("/dev/null").toFile())
              .redirectErrorStream(true)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, process.waitFor(), () -> String.join(" ", line) + ": " + output);
      return output;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(String.join(" ", line), e);
    }
  }

  static Path newDirectory() throws IOException {
    return Files.createTempDirectory(
        "sshd", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
  }
}
