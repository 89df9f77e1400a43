package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mkbackup.adapter.sitearchive.Inventory.Kind;
import org.mkbackup.domain.failure.ArchiveException;

class InventoryTest {
  private static final int COUNT = 1_000_000;

  /** As bin/mkbackup has it. */
  private static final long PROGRAM_MEMORY = 256L << 20;

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

  @Test
  void keepsLittleMoreThanEightBytesOfAName() {
    Inventory inventory = new Inventory();
    long empty = inventory.bytes();
    for (int i = 0; i < COUNT; i++) {
      inventory.add("var/check_mk/" + i, kind(i));
    }

    long each = (inventory.bytes() - empty) / COUNT;

    assertTrue(each < 11, () -> each + " bytes");
    assertTrue(11L * Inventory.MOST < PROGRAM_MEMORY / 2, "too much for the program's memory");
  }

  @Test
  void refusesMoreNamesThanThereIsMemoryFor() {
    Inventory inventory = new Inventory(2);
    inventory.add("a", Kind.FILE);
    inventory.add("b", Kind.FILE);

    ArchiveException refused =
        assertThrows(ArchiveException.class, () -> inventory.add("c", Kind.FILE));

    assertTrue(refused.getMessage().contains("more than 2 members"), refused.getMessage());
  }
}
