package org.mkbackup.domain.port;

import org.mkbackup.domain.site.ListedMember;

/**
 * Is told of each member that an archive gets, in their order, while it is written, by one thread,
 * which needn't be the one that writes; all were told when the archive is at its end. It never
 * fails for a fault of its own: the archive counts for more than the list of what is in it.
 */
public interface MemberRecorder {

  /**
   * Whether anybody is interested; digests aren't made otherwise, and {@link #add} isn't called.
   */
  boolean isWanted();

  /** A member that was written as a whole. */
  void add(ListedMember member);

  /** Isn't interested. */
  static MemberRecorder none() {
    return new MemberRecorder() {
      @Override
      public boolean isWanted() {
        return false;
      }

      @Override
      public void add(ListedMember member) {}
    };
  }
}
