package org.mkbackup.domain.key;

import java.util.Arrays;
import java.util.Optional;

/** How an archive is sealed. */
public enum SealFormat {
  /** Container version 2, which Checkmk's own tools restore as well. */
  CHECKMK("checkmk", ".enc"),

  /** The age format, version 1, which the ordinary {@code age} opens. */
  AGE("age", ".age");

  private final String id;
  private final String suffix;

  SealFormat(String id, String suffix) {
    this.id = id;
    this.suffix = suffix;
  }

  /** The word for it in the settings, and the id of the adapter. */
  public String id() {
    return id;
  }

  /** What the names of such archives end in. */
  public String suffix() {
    return suffix;
  }

  public static Optional<SealFormat> ofId(String id) {
    return Arrays.stream(values()).filter(format -> format.id.equals(id)).findFirst();
  }

  public static Optional<SealFormat> ofSuffix(String suffix) {
    return Arrays.stream(values()).filter(format -> format.suffix.equals(suffix)).findFirst();
  }
}
