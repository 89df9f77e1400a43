package org.mkbackup.adapter.localdirectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTest {
  private final List<String> closed = new ArrayList<>();

  private Closeable failing(String name) {
    return () -> {
      closed.add(name);
      throw new IOException(name);
    };
  }

  @Test
  void closesAllThatFollowOneThatFails() {
    List<Closeable> open = List.of(failing("one"), () -> closed.add("two"), failing("three"));

    IOException failure = assertThrows(IOException.class, () -> Closing.all(open));

    assertEquals(List.of("one", "two", "three"), closed);
    assertEquals("one", failure.getMessage());
    assertEquals("three", failure.getSuppressed()[0].getMessage());
  }
}
