package org.mkbackup.application.inspect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mkbackup.domain.port.MemberExtractor;
import org.mkbackup.domain.port.MemberVisitor;
import org.mkbackup.domain.site.ArchiveMember;
import org.mkbackup.domain.site.ArchiveMember.Kind;

/**
 * Takes those members of an archive that are wanted. A hard link whose first name isn't wanted
 * becomes a file: its content has passed by then, and comes in a second pass.
 */
final class ExtractedMembers implements MemberVisitor {
  private final MemberSelection selection;
  private final MemberExtractor.Extraction extraction;
  private final Map<String, List<ArchiveMember>> withoutContent = new LinkedHashMap<>();
  private long count;
  private boolean contents;

  ExtractedMembers(MemberSelection selection, MemberExtractor.Extraction extraction) {
    this.selection = selection;
    this.extraction = extraction;
  }

  @Override
  public void visit(ArchiveMember member, Content content) {
    if (!selection.takes(member.path())) {
      return;
    }
    if (member.kind() == Kind.HARD_LINK && !selection.takes(member.link())) {
      withoutContent.computeIfAbsent(member.link(), link -> new ArrayList<>()).add(member);
      return;
    }
    extraction.put(member, content);
    contents |= member.kind() != Kind.DIRECTORY;
    count++;
  }

  boolean lacksContents() {
    return !withoutContent.isEmpty();
  }

  /** Gives hard links the content of their first names; the other ones become links to them. */
  MemberVisitor secondPass() {
    return (member, content) -> {
      List<ArchiveMember> links = withoutContent.getOrDefault(member.path(), List.of());
      if (member.kind() == Kind.FILE && !links.isEmpty()) {
        String first = links.get(0).path();
        extraction.put(member.at(first), content);
        for (ArchiveMember link : links.subList(1, links.size())) {
          extraction.put(linked(link, first), content);
        }
        contents = true;
        count += links.size();
      }
    };
  }

  private static ArchiveMember linked(ArchiveMember link, String first) {
    return new ArchiveMember(
        Kind.HARD_LINK,
        link.path(),
        first,
        0,
        link.mode(),
        link.mtime(),
        link.user(),
        link.group());
  }

  long count() {
    return count;
  }

  /** Whether there is more than directories. */
  boolean hasTakenContents() {
    return contents;
  }
}
