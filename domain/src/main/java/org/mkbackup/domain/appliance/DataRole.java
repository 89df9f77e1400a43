package org.mkbackup.domain.appliance;

/** What becomes of the data volume of an appliance, which the nodes of a cluster mirror by DRBD. */
public enum DataRole {
  /** Nobody's mirror: the traces of a cluster are wiped off. */
  ALONE,
  /** Mirrors what the other node writes, and isn't mounted here. */
  SECONDARY,
  /** Written here, and mirrored by the other node. */
  PRIMARY
}
