package org.mkbackup.adapter.omd;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is not killed: this process, those it descends from, those that descend from it, and, if it
 * belongs to the site's user itself, those in its process group, which may be feeding it an archive
 * through a pipe.
 */
record Spared(Set<ProcessHandle> family, Optional<ProcessStatus> own) {

  static Spared byThisProcess() {
    ProcessHandle self = ProcessHandle.current();
    Set<ProcessHandle> family = new HashSet<>();
    Stream.iterate(
            Optional.of(self), Optional::isPresent, each -> each.flatMap(ProcessHandle::parent))
        .forEach(each -> each.ifPresent(family::add));
    self.descendants().forEach(family::add);
    return new Spared(Set.copyOf(family), ProcessStatus.of(self.pid()));
  }

  boolean contains(ProcessHandle process, ProcessStatus status) {
    return family.contains(process) || own.filter(status::isInGroupOf).isPresent();
  }
}
