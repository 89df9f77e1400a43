package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.text.RawName;

/** Gives files to their owners: by name, if this machine knows it, or else by number. */
final class Ownership {
  private final UserPrincipalLookupService accounts;
  private final Refusals refusals;
  private final Map<String, Optional<UserPrincipal>> users = new HashMap<>();
  private final Map<String, Optional<GroupPrincipal>> groups = new HashMap<>();

  Ownership(Path anywhere, Refusals refusals) {
    accounts = anywhere.getFileSystem().getUserPrincipalLookupService();
    this.refusals = refusals;
  }

  /**
   * Gives away a file; that it isn't allowed is noted.
   *
   * @param path followed if it is a symlink
   * @param below what the file is called in messages, raw
   */
  void give(Path path, String below, Owner owner) {
    Optional<UserPrincipal> user = users.computeIfAbsent(owner.userName(), this::user);
    Optional<GroupPrincipal> group = groups.computeIfAbsent(owner.groupName(), this::group);
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    try {
      if (group.isPresent()) {
        view.setGroup(group.get());
      } else {
        Files.setAttribute(path, "unix:gid", (int) owner.gid());
      }
      if (user.isPresent()) {
        view.setOwner(user.get());
      } else {
        Files.setAttribute(path, "unix:uid", (int) owner.uid());
      }
    } catch (IOException e) {
      Interrupts.check(e);
      refusals.note("The owner", "can't be set", below, SystemReason.of(e));
    }
  }

  private Optional<UserPrincipal> user(String name) {
    return name.isEmpty() ? Optional.empty() : find(name, accounts::lookupPrincipalByName);
  }

  private Optional<GroupPrincipal> group(String name) {
    return name.isEmpty() ? Optional.empty() : find(name, accounts::lookupPrincipalByGroupName);
  }

  private interface Lookup<T> {
    T find(String name) throws IOException;
  }

  /* A name of digits would be taken for a number where nobody has it. */
  private static <T> Optional<T> find(String name, Lookup<T> lookup) {
    try {
      return Character.isDigit(name.charAt(0))
          ? Optional.empty()
          : Optional.of(lookup.find(RawName.forPeople(name)));
    } catch (UserPrincipalNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      Interrupts.check(e);
      return Optional.empty();
    }
  }
}
