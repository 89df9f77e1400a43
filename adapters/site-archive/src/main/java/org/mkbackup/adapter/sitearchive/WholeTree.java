package org.mkbackup.adapter.sitearchive;

import java.util.Optional;
import org.mkbackup.domain.appliance.SystemTree;
import org.mkbackup.domain.failure.ArchiveException;

/** What an archive of a directory of the system must be. */
final class WholeTree implements Expectation {
  private final SystemTree tree;
  private boolean empty = true;

  WholeTree(SystemTree tree) {
    this.tree = tree;
  }

  @Override
  public boolean takes(String below, Member member) {
    empty = false;
    if (below.substring(below.lastIndexOf('/') + 1).equals(LiveTree.HIDDEN)) {
      throw Damage.refused(Damage.quote(below) + " is a name that only a restore uses");
    }
    return !tree.leftOut().matches(below);
  }

  /* All that it doesn't have will be removed: it had better have something. */
  @Override
  public Optional<Member> missing() {
    if (empty) {
      throw new ArchiveException(
          "This is no archive of '" + tree.name() + "': there is nothing in it",
          "Restore from another backup");
    }
    return Optional.empty();
  }
}
