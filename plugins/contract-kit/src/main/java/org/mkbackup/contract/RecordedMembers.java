package org.mkbackup.contract;

import java.util.ArrayList;
import java.util.List;
import org.mkbackup.domain.port.MemberRecorder;
import org.mkbackup.domain.site.ListedMember;

/** Keeps what it is told. */
final class RecordedMembers implements MemberRecorder {
  private final List<ListedMember> members = new ArrayList<>();

  @Override
  public boolean isWanted() {
    return true;
  }

  @Override
  public void add(ListedMember member) {
    members.add(member);
  }

  List<ListedMember> members() {
    return members;
  }
}
