package org.mkbackup.adapter.rrdcached;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnixDomainSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.mkbackup.domain.run.RunLog;

/**
 * Commands and answers, over as many connections as it takes: rrdcached hangs up after most errors,
 * and may be restarted at any time. One that doesn't answer in time, or fails several times in a
 * row, is not asked again.
 */
final class Dialogue implements AutoCloseable {
  private static final int FAILURES_TO_BEAR = 3;

  private final UnixDomainSocketAddress address;
  private final Duration patience;
  private final RunLog log;
  private Optional<Connection> connection = Optional.empty();
  private int failuresInARow;
  private boolean givenUp;

  Dialogue(UnixDomainSocketAddress address, Duration patience, RunLog log) {
    this.address = address;
    this.patience = patience;
    this.log = log;
  }

  boolean isGivenUp() {
    return givenUp;
  }

  /**
   * Asks, on a new connection if need be.
   *
   * @return empty if there was no answer, or the daemon was given up before
   */
  Optional<Answer> ask(String command) {
    if (givenUp) {
      return Optional.empty();
    }
    try {
      Answer answer = exchange(command);
      if (answer.isFine() || answer.isUnknownFile()) {
        failuresInARow = 0;
      } else {
        failed(answer.message());
      }
      return Optional.of(answer);
    } catch (SocketTimeoutException e) {
      giveUp(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      failed(String.valueOf(e.getMessage()));
    }
    return Optional.empty();
  }

  /** Whether a command is taken, on a connection of its own, even by one that was given up. */
  boolean askForTheLastTime(String command) {
    try {
      hangUp();
      return exchange(command).isFine();
    } catch (IOException e) {
      log.verbose("rrdcached did not take " + command + ": " + e.getMessage());
      return false;
    }
  }

  private Answer exchange(String command) throws IOException {
    if (connection.isPresent()) {
      try {
        return exchange(connection.get(), command);
      } catch (SocketTimeoutException e) {
        throw e;
      } catch (IOException e) {
        log.verbose("Connecting to rrdcached again: " + e.getMessage());
      }
    }
    Connection fresh = Connection.open(address, Deadline.in(patience));
    connection = Optional.of(fresh);
    return exchange(fresh, command);
  }

  private Answer exchange(Connection current, String command) throws IOException {
    try {
      Answer answer = current.ask(command, Deadline.in(patience));
      if (answer.isError()) {
        hangUp();
      }
      return answer;
    } catch (IOException e) {
      hangUp();
      throw e;
    }
  }

  private void failed(String why) {
    failuresInARow++;
    if (failuresInARow >= FAILURES_TO_BEAR) {
      giveUp(why);
    } else {
      log.verbose("rrdcached failed: " + why);
    }
  }

  private void giveUp(String why) {
    givenUp = true;
    log.warn("rrdcached is not asked to hold RRDs any more, they are read as they stand: " + why);
  }

  private void hangUp() throws IOException {
    if (connection.isPresent()) {
      Connection current = connection.get();
      connection = Optional.empty();
      current.close();
    }
  }

  @Override
  public void close() {
    try {
      hangUp();
    } catch (IOException e) {
      log.verbose("Hanging up on rrdcached failed: " + e.getMessage());
    }
  }
}
