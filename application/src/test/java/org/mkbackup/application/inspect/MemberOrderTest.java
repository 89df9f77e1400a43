package org.mkbackup.application.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemberOrderTest {

  @Test
  void aDirectoryComesWithAllThatIsInItBeforeItsNeighbours() {
    List<String> walked =
        List.of("h", "h/a", "h/a/z", "h/a b", "h/a-b", "h/a.b", "h/ab", "h/\u00ff", "i");
    List<String> sorted = new ArrayList<>(walked);
    Collections.reverse(sorted);
    sorted.sort(new MemberOrder());
    assertEquals(walked, sorted);
  }
}
