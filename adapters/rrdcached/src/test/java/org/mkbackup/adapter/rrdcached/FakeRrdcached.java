package org.mkbackup.adapter.rrdcached;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.mkbackup.domain.site.SiteTree;

/** A daemon that answers as a test says. */
final class FakeRrdcached implements AutoCloseable {
  /** An answer that ends in this is followed by the end of the connection. */
  static final String HANG_UP = "\0";

  private final UnaryOperator<String> script;
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final ServerSocketChannel server;
  private final CompletableFuture<Void> serving;

  /**
   * Listens at the socket of a site.
   *
   * @param script from a command to all that is written in return; empty: no answer
   */
  FakeRrdcached(SiteTree site, UnaryOperator<String> script) throws IOException {
    this.script = script;
    var socket = Files.createDirectories(site.tmp().resolve("run")).resolve("rrdcached.sock");
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    serving = CompletableFuture.runAsync(this::serve, task -> new Thread(task, "fake").start());
  }

  List<String> commands() {
    return List.copyOf(commands);
  }

  int connections() {
    return connections.get();
  }

  private void serve() {
    try {
      while (true) {
        try (SocketChannel client = server.accept()) {
          connections.incrementAndGet();
          talk(client);
        }
      }
    } catch (AsynchronousCloseException e) {
      // The test has closed it.
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void talk(SocketChannel client) throws IOException {
    BufferedReader reader =
        new BufferedReader(Channels.newReader(client, StandardCharsets.ISO_8859_1));
    String command = reader.readLine();
    while (command != null) {
      commands.add(command);
      String answer = script.apply(command);
      boolean hangsUp = answer.endsWith(HANG_UP);
      write(client, answer.replace(HANG_UP, ""));
      command = hangsUp ? null : reader.readLine();
    }
  }

  private static void write(SocketChannel client, String answer) {
    try {
      client.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.ISO_8859_1)));
    } catch (IOException e) {
      // The other side has hung up.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    serving.join();
  }
}
