package org.mkbackup.launcher.console;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import org.junit.jupiter.api.Test;

class ChannelInputTest {

  @Test
  void readsAndSkipsWhatComesThroughAPipe() throws IOException {
    Pipe pipe = Pipe.open();
    pipe.sink().write(ByteBuffer.wrap(new byte[] {(byte) 255, 1, 2, 3}));
    pipe.sink().close();

    try (InputStream input = new ChannelInput(pipe.source())) {
      assertEquals(255, input.read());
      assertEquals(1, input.skip(1));
      assertArrayEquals(new byte[] {2, 3}, input.readAllBytes());
      assertEquals(-1, input.read());
    }
  }
}
