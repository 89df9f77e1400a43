package org.mkbackup.adapter.syslog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A real rsyslogd that listens on a socket of its own and writes to a file. */
final class Rsyslogd implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/sbin/rsyslogd");
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final Path socket;
  private final Path log;
  private final Process process;

  private Rsyslogd(Path socket, Path log, Process process) {
    this.socket = socket;
    this.log = log;
    this.process = process;
  }

  static Rsyslogd start(Path directory) throws IOException, InterruptedException {
    Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "left out: there is no rsyslogd");
    Path socket = directory.resolve("log.socket");
    Path log = Files.createFile(directory.resolve("messages"));
    Path configuration =
        Files.writeString(
            directory.resolve("rsyslog.conf"),
            """
            global(workDirectory="%1$s" maxMessageSize="16k"
                   parser.escapeControlCharactersOnReceive="off")
            module(load="imuxsock" SysSock.Use="off")
            input(type="imuxsock" Socket="%2$s" RateLimit.Interval="0")
            template(name="plain" type="string"
                     string="%%syslogseverity-text%% %%syslogtag%%%%msg%%\\n")
            *.* action(type="omfile" file="%3$s" template="plain")
            """
                .formatted(directory, socket, log));
    Process process =
        new ProcessBuilder(
                PROGRAM.toString(),
                "-n",
                "-i",
                directory.resolve("pid").toString(),
                "-f",
                configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("said").toFile())
            .start();
    Rsyslogd made = new Rsyslogd(socket, log, process);
    Instant end = Instant.now().plus(LIMIT);
    while (!Files.exists(socket)) {
      if (process.waitFor(20, TimeUnit.MILLISECONDS) || Instant.now().isAfter(end)) {
        process.destroyForcibly();
        throw new AssertionError("rsyslogd: " + Files.readString(directory.resolve("said")));
      }
    }
    return made;
  }

  Path socket() {
    return socket;
  }

  /** What came under the ident of this program, once so many lines did. */
  List<String> lines(int atLeast) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(LIMIT);
    while (true) {
      List<String> lines =
          Files.readAllLines(log).stream().filter(line -> line.contains(" mkbackup[")).toList();
      if (lines.size() >= atLeast || Instant.now().isAfter(end)) {
        return lines;
      }
      process.waitFor(20, TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
