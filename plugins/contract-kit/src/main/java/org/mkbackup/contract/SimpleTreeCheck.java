package org.mkbackup.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a {@link SimpleSystemArchiver} takes from an archive. */
final class SimpleTreeCheck {
  private final String top;
  private final Map<String, Character> kinds = new HashMap<>();
  private final List<SimpleMember> members = new ArrayList<>();

  SimpleTreeCheck(String top) {
    this.top = top;
  }

  void add(SimpleMember member) {
    String name = member.name();
    char kind = member.kind() == SimpleMember.HARD_LINK ? SimpleMember.FILE : member.kind();
    require((name + "/").startsWith(top + "/"), name + " is not below " + top);
    require(SimpleUnpacking.isPlain(name), name + " is no plain path");
    require("fds".indexOf(kind) >= 0, name + " is of an unknown kind");
    require(!kinds.containsKey(name), name + " comes twice");
    require(
        name.equals(top)
            ? kind == SimpleMember.DIRECTORY
            : isKind(name.substring(0, name.lastIndexOf('/')), SimpleMember.DIRECTORY),
        name + " is not in a directory");
    require(
        member.kind() != SimpleMember.HARD_LINK || isKind(member.link(), SimpleMember.FILE),
        name + " is a hard link to no file");
    require(
        kind != SimpleMember.SYMLINK || !member.link().isEmpty(), name + " is a link to nowhere");
    kinds.put(name, kind);
    members.add(member);
  }

  List<SimpleMember> members() {
    require(!members.isEmpty(), "there is nothing in it");
    return members;
  }

  private boolean isKind(String name, char kind) {
    return kinds.getOrDefault(name, ' ') == kind;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw SimpleOpened.damaged(otherwise);
    }
  }
}
