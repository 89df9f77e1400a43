package org.mkbackup.domain.port;

import org.mkbackup.domain.target.Target;

/**
 * A kind of target. Plugins offer theirs through {@link java.util.ServiceLoader}; the class needs a
 * public constructor without parameters that does next to nothing.
 */
public interface TargetType {

  /** The word that configurations name it by: lower-case letters, digits and '_'. */
  String id();

  /**
   * The store of a target. Reads the parameters and refuses those that make no sense with a {@link
   * org.mkbackup.domain.failure.ConfigurationException}; touches nothing outside before a method of
   * the store is called.
   */
  BackupStore open(Target target);
}
