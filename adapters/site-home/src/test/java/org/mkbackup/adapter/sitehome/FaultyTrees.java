package org.mkbackup.adapter.sitehome;

import java.nio.file.Path;
import org.mkbackup.domain.port.SiteTrees;
import org.mkbackup.domain.run.RunLog;

/** Trees in which each entry that is removed is a step. */
final class FaultyTrees implements SiteTrees {
  private final Fault fault;
  private final SiteTrees trees;

  FaultyTrees(Fault fault, Disk disk, Mounts mounts) {
    this.fault = fault;
    this.trees = new InProcessSiteTrees(disk, mounts);
  }

  @Override
  public void remove(Path tree, RunLog log) {
    if (Names.exists(tree)) {
      Sweep sweep =
          new Sweep(entry -> fault.isStruck() ? Sweep.Fate.IS_IN_THE_WAY : Sweep.Fate.GOES);
      sweep.sweep(tree);
      sweep.report(tree, log);
    }
  }

  @Override
  public void carryOver(Path oldTree, Path newTree, String relative) {
    trees.carryOver(oldTree, newTree, relative);
  }

  @Override
  public void carryBack(Path oldTree, Path newTree, String relative) {
    trees.carryBack(oldTree, newTree, relative);
  }

  @Override
  public void beginInPlace(Path home) {
    trees.beginInPlace(home);
  }

  @Override
  public void endInPlace(Path home) {
    trees.endInPlace(home);
  }

  @Override
  public void clear(Path home, RunLog log) {
    trees.clear(home, log);
  }
}
