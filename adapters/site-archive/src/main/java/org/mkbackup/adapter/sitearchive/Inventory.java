package org.mkbackup.adapter.sitearchive;

import java.util.Optional;

/**
 * Which names an archive has brought so far, and what they are.
 *
 * <p>Kept is a hash of each: eight bytes, and little more, since the table grows in small pieces of
 * small parts. Ten million names take a hundred megabytes. An archive of more than {@link #MOST} is
 * refused before the memory ends.
 *
 * <p>Two names with one hash (for a million files, one chance in ten million) are taken for the
 * same: an archive may be refused for it, but no path is ever taken for a directory that is
 * something else.
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

  /** More than any site has, and what half of the program's memory holds. */
  static final int MOST = 12_000_000;

  private static final long HASH = ~3L;
  private static final int PARTS = 1024;
  private static final int FIRST_SLOTS = 16;

  private final long[][] parts = new long[PARTS][FIRST_SLOTS];
  private final int[] counts = new int[PARTS];
  private final int most;
  private int count;

  Inventory() {
    this(MOST);
  }

  Inventory(int most) {
    this.most = most;
  }

  Optional<Kind> kindOf(String name) {
    long hash = hash(name);
    long[] slots = parts[part(hash)];
    long slot = slots[find(slots, hash)];
    return slot == 0 ? Optional.empty() : Optional.of(Kind.of(slot & ~HASH));
  }

  /** Notes a new name. */
  void add(String name, Kind kind) {
    if (count == most) {
      throw Damage.refused("it has more than " + most + " members");
    }
    long hash = hash(name);
    int part = part(hash);
    if (8L * (counts[part] + 1) > 7L * parts[part].length) {
      parts[part] = grown(parts[part]);
    }
    long[] slots = parts[part];
    slots[find(slots, hash)] = hash | kind.bits;
    counts[part]++;
    count++;
  }

  /** What is kept in all. */
  long bytes() {
    long slots = 0;
    for (long[] part : parts) {
      slots += part.length;
    }
    return slots * Long.BYTES;
  }

  private static int part(long hash) {
    return (int) (hash >>> 54);
  }

  /* The place of a hash, or the free one where it belongs: the 32 bits in its middle are spread. */
  private static int find(long[] slots, long hash) {
    int at = (int) (((hash >>> 22 & 0xffff_ffffL) * slots.length) >>> 32);
    while (slots[at] != 0 && (slots[at] & HASH) != hash) {
      at = at + 1 == slots.length ? 0 : at + 1;
    }
    return at;
  }

  private static long[] grown(long[] before) {
    long[] slots = new long[before.length + before.length / 8];
    for (long slot : before) {
      if (slot != 0) {
        slots[find(slots, slot & HASH)] = slot;
      }
    }
    return slots;
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
