package org.mkbackup.domain.port;

import java.util.List;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.target.Target;
import org.mkbackup.domain.target.TargetOption;

/**
 * A kind of target. Plugins offer theirs through {@link java.util.ServiceLoader}; the class needs a
 * public constructor without parameters that does next to nothing.
 */
public interface TargetType {

  /** The word that configurations name it by: lower-case letters, digits and '_'. */
  String id();

  /**
   * What its targets are told, in the order in which people should read of it. Of this are made the
   * options of {@code mkbackup target add} and {@code edit}, their help, and what {@code target
   * show} shows. Names are unique. Always the same, and next to nothing to make.
   *
   * <p>Parameters may hold more than that: what no option stands for is kept when a target is
   * edited, and is not shown.
   */
  List<TargetOption> options();

  /**
   * The store of a target. Reads the parameters and refuses those that make no sense with a {@link
   * org.mkbackup.domain.failure.ConfigurationException}, among them such as lack what is required;
   * touches nothing of the target's place before a method of the store is called.
   *
   * @param host where the program runs; gives every system path that is not the target's own
   */
  BackupStore open(Target target, Host host);
}
