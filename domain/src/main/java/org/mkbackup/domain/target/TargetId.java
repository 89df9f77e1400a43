package org.mkbackup.domain.target;

import org.mkbackup.domain.text.Identifier;

/** The name of a target. */
public record TargetId(String value) implements Comparable<TargetId> {
  public TargetId {
    Identifier.check("target", value);
  }

  @Override
  public int compareTo(TargetId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
