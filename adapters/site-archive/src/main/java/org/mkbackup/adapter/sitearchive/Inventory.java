package org.mkbackup.adapter.sitearchive;

import java.util.Optional;

/**
 * Which names an archive has brought so far, and what they are.
 *
 * <p>Kept is a hash of each, eight bytes in a table that is at most two thirds full. Two names with
 * one hash (for a million files, one chance in ten million) are taken for the same: an archive may
 * be refused for it, but no path is ever taken for a directory that is something else.
 */
final class Inventory {

  /** What a name stands for. */
  enum Kind {
    FILE(0),
    SYMLINK(1),
    DIRECTORY(2),
    FIFO(3);

    private final long bits;

    Kind(long bits) {
      this.bits = bits;
    }

    private static Kind of(long bits) {
      for (Kind kind : values()) {
        if (kind.bits == bits) {
          return kind;
        }
      }
      throw new IllegalStateException("kind " + bits);
    }
  }

  private static final int MOST = 1 << 27;
  private static final long HASH = ~3L;

  private long[] slots = new long[1024];
  private int count;

  Optional<Kind> kindOf(String name) {
    long slot = slots[find(hash(name))];
    return slot == 0 ? Optional.empty() : Optional.of(Kind.of(slot & ~HASH));
  }

  /** Notes a new name. */
  void add(String name, Kind kind) {
    if (3L * (count + 1) > 2L * slots.length) {
      grow();
    }
    long hash = hash(name);
    slots[find(hash)] = hash | kind.bits;
    count++;
  }

  private int find(long hash) {
    int mask = slots.length - 1;
    int at = (int) (hash >>> 32) & mask;
    while (slots[at] != 0 && (slots[at] & HASH) != hash) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    if (slots.length >= MOST) {
      throw Damage.refused("it has more than " + count + " members");
    }
    long[] before = slots;
    slots = new long[2 * before.length];
    for (long slot : before) {
      if (slot != 0) {
        slots[find(slot & HASH)] = slot;
      }
    }
  }

  /* FNV-1a, mixed as MurmurHash ends; never zero. */
  private static long hash(String name) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    hash ^= hash >>> 33;
    long kept = hash & HASH;
    return kept == 0 ? HASH : kept;
  }
}
