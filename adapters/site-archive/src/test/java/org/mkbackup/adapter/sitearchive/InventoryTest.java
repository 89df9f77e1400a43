package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mkbackup.adapter.sitearchive.Inventory.Kind;

class InventoryTest {
  private static final int COUNT = 200_000;
  private static final List<Kind> KINDS = List.of(Kind.values());

  private static Kind kind(int number) {
    return KINDS.get(number % KINDS.size());
  }

  @Test
  void knowsTheKindOfEachNameAndOfNoOther() {
    Inventory inventory = new Inventory();
    for (int i = 0; i < COUNT; i++) {
      inventory.add("var/check_mk/" + i, kind(i));
    }
    for (int i = 0; i < COUNT; i++) {
      assertEquals(Optional.of(kind(i)), inventory.kindOf("var/check_mk/" + i));
      assertEquals(Optional.empty(), inventory.kindOf("var/check-mk/" + i));
    }
    assertEquals(Optional.empty(), inventory.kindOf(""));
  }
}
