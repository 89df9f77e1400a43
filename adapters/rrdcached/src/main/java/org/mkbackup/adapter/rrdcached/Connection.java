package org.mkbackup.adapter.rrdcached;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.mkbackup.domain.text.RawName;

/**
 * A connection to rrdcached, for one command at a time. After a failure it is out of step and only
 * good to be closed.
 */
final class Connection implements Closeable {
  private static final int LONGEST_LINE = 16 * 1024;

  private final SocketChannel channel;
  private final Selector selector;
  private final ByteBuffer received = ByteBuffer.allocate(4096).limit(0);

  private Connection(SocketChannel channel, Selector selector) {
    this.channel = channel;
    this.selector = selector;
  }

  static Connection open(UnixDomainSocketAddress address, Deadline deadline) throws IOException {
    Selector selector = Selector.open();
    try {
      SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
      Connection connection = new Connection(channel, selector);
      try {
        connection.connect(address, deadline);
        return connection;
      } catch (IOException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      selector.close();
      throw e;
    }
  }

  private void connect(UnixDomainSocketAddress address, Deadline deadline) throws IOException {
    channel.configureBlocking(false);
    SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
    if (!channel.connect(address)) {
      deadline.await(selector);
      channel.finishConnect();
    }
    key.interestOps(SelectionKey.OP_READ);
  }

  /**
   * Sends a line and reads all of the answer.
   *
   * @param command raw bytes without the line feed
   * @throws java.net.SocketTimeoutException if it isn't there in time
   */
  Answer ask(String command, Deadline deadline) throws IOException {
    send(ByteBuffer.wrap(RawName.bytes(command + "\n")), deadline);
    Answer answer = Answer.parse(readLine(deadline));
    for (int i = 0; i < answer.linesToFollow(); i++) {
      readLine(deadline);
    }
    return answer;
  }

  private void send(ByteBuffer line, Deadline deadline) throws IOException {
    SelectionKey key = channel.keyFor(selector);
    while (channel.write(line) >= 0 && line.hasRemaining()) {
      key.interestOps(SelectionKey.OP_WRITE);
      deadline.await(selector);
    }
    key.interestOps(SelectionKey.OP_READ);
  }

  private String readLine(Deadline deadline) throws IOException {
    StringBuilder line = new StringBuilder();
    while (true) {
      while (received.hasRemaining()) {
        char c = (char) (received.get() & 0xff);
        if (c == '\n') {
          return forPeople(line);
        }
        line.append(c);
      }
      if (line.length() > LONGEST_LINE) {
        throw new IOException("it answers without an end");
      }
      receive(deadline);
    }
  }

  private void receive(Deadline deadline) throws IOException {
    deadline.check();
    received.clear();
    int count = channel.read(received);
    received.flip();
    if (count < 0) {
      throw new EOFException("it hung up");
    }
    if (count == 0) {
      deadline.await(selector);
    }
  }

  private static String forPeople(StringBuilder raw) {
    return new String(RawName.bytes(raw.toString()), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    try (selector) {
      channel.close();
    }
  }
}
