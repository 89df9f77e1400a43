package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.security.Principal;
import java.util.HashMap;
import java.util.Map;
import org.mkbackup.domain.text.RawName;

/** Owners with their names; the system is asked once for each pair of numbers. */
final class Owners {
  private record Ids(long uid, long gid) {}

  private final Map<Ids, Owner> known = new HashMap<>();

  Owner of(Path path, Inode inode) throws IOException {
    Ids ids = new Ids(inode.uid(), inode.gid());
    Owner owner = known.get(ids);
    if (owner == null) {
      owner = ask(path, ids);
      known.put(ids, owner);
    }
    return owner;
  }

  private static Owner ask(Path path, Ids ids) throws IOException {
    PosixFileAttributes names =
        Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return new Owner(ids.uid, ids.gid, name(names.owner(), ids.uid), name(names.group(), ids.gid));
  }

  /* Java calls an owner without a name by the number. */
  private static String name(Principal principal, long id) {
    String name = principal.getName();
    return name.equals(Long.toString(id)) || name.equals(Integer.toString((int) id))
        ? ""
        : RawName.ofText(name);
  }
}
