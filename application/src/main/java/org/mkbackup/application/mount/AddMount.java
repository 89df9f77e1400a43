package org.mkbackup.application.mount;

import java.util.Optional;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.key.Passphrase;
import org.mkbackup.domain.mount.Mount;
import org.mkbackup.domain.mount.MountCredentials;
import org.mkbackup.domain.port.MountRepository;

/** Configures a mount; it is not mounted yet. */
public final class AddMount {

  /** Gets the password from the environment or from the person at the terminal. */
  public interface PasswordPrompt {
    /** The password; empty if there is none to be had. The caller closes it. */
    Optional<Passphrase> ask(String user);
  }

  private final MountsOfRoot root;
  private final MountRepository repository;
  private final PasswordPrompt prompt;

  public AddMount(MountsOfRoot root, MountRepository repository, PasswordPrompt prompt) {
    this.root = root;
    this.repository = repository;
    this.prompt = prompt;
  }

  /**
   * Stores a mount that isn't there yet.
   *
   * @param user of the file server; for a mount that {@link Mount#needsCredentials}
   */
  public void run(Mount mount, Optional<String> user) {
    root.require("added");
    if (!mount.needsCredentials()) {
      user.ifPresent(AddMount::refuseUser);
      repository.add(mount, Optional.empty());
      return;
    }
    String name =
        user.orElseThrow(
            () ->
                new UsageException(
                    "A mount of type " + mount.type().word() + " needs a user",
                    "Name one with --user, or use the option 'guest'"));
    try (Passphrase password =
        prompt
            .ask(name)
            .orElseThrow(
                () ->
                    new UsageException(
                        "The password of '" + name + "' is missing",
                        "Set MKBACKUP_MOUNT_PASSWORD, or run this on a terminal"))) {
      repository.add(mount, Optional.of(new MountCredentials(name, password)));
    }
  }

  private static void refuseUser(String user) {
    throw new UsageException(
        "The user '" + user + "' has no place in this mount",
        "Leave --user out: it is for mounts of type cifs that are not 'guest'");
  }
}
