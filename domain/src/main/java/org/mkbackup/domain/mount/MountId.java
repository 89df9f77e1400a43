package org.mkbackup.domain.mount;

import org.mkbackup.domain.text.Identifier;

/** The name of a mount, and of its directory below {@link Mount#PARENT}. */
public record MountId(String value) implements Comparable<MountId> {
  public MountId {
    Identifier.check("mount", value);
  }

  @Override
  public int compareTo(MountId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
