package org.mkbackup.application.job;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Optional;
import org.mkbackup.application.run.MovingOutput;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.application.stream.CountingOutput;
import org.mkbackup.application.stream.MemberSpool;
import org.mkbackup.domain.backup.StoredMembers;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.port.PendingBackup;

/** Stores the list of an archive's members beside it. */
record MemberListWriter(Limits limits, Clock clock) {

  /** What was stored; empty if there is no list, or none that is whole. */
  Optional<StoredMembers> write(
      MemberSpool members, PendingBackup pending, String name, RunObserver observer) {
    if (!members.finish()) {
      return Optional.empty();
    }
    OutputStream target =
        MovingOutput.taking(pending.create(name), observer.movement(), "writing " + name);
    CountingOutput counted = new CountingOutput(limits.limit(target, clock), clock);
    try (counted) {
      members.writeTo(counted);
    } catch (IOException e) {
      throw new TargetException("Can't write " + name + ": " + e.getMessage(), "", e);
    }
    observer.verbose(name + ": " + members.count() + " members");
    return Optional.of(new StoredMembers(counted.stored(name), members.count()));
  }
}
