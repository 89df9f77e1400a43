package org.mkbackup.adapter.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.SiteAccounts.Account;
import org.mkbackup.domain.site.SiteName;

/**
 * What is mounted at a site's {@code tmp}. It is unmounted as the site's user first, who mounted it
 * as a rule: umount(8) keeps its records then, and can't be led astray by links. What somebody else
 * mounted is left to root, if this is root. Nothing is unmounted lazily.
 */
final class TmpfsMount {
  private static final int MOST_LAYERS = 8;
  private final Commands commands;
  private final MountedFileSystems mounted;
  private final OpenFiles openFiles;

  TmpfsMount(Commands commands, MountedFileSystems mounted, OpenFiles openFiles) {
    this.commands = commands;
    this.mounted = mounted;
    this.openFiles = openFiles;
  }

  /**
   * Unmounts all layers.
   *
   * @param account the site's user, if there is one
   */
  void unmount(SiteName site, TmpPath tmp, Optional<Account> account) {
    for (int layer = 0; mounted.includes(tmp.real()); layer++) {
      if (layer == MOST_LAYERS) {
        throw failure(site, tmp, "something is mounted there again and again");
      }
      String reason = unmountOne(tmp, account);
      if (!reason.isEmpty() && mounted.includes(tmp.real())) {
        throw failure(
            site, tmp, openFiles.userOf(tmp.real()).map(s -> "in use by " + s).orElse(reason));
      }
    }
  }

  private String unmountOne(TmpPath tmp, Optional<Account> account) {
    boolean isRoot = ProcessOwner.current().uid() == 0;
    List<String> umount = List.of("umount", "--", tmp.named().toString());
    if (!isRoot) {
      return reason(commands.run(umount));
    }
    if (account.isPresent() && account.get().uid() != 0) {
      Commands.Outcome outcome = commands.run(as(account.get(), umount));
      if (outcome.isGood()) {
        return "";
      }
    }
    return new DirectUnmount().unmount(tmp.real()).orElse("");
  }

  private static String reason(Commands.Outcome outcome) {
    return outcome.isGood() ? "" : outcome.reason();
  }

  private static List<String> as(Account account, List<String> command) {
    List<String> line = new ArrayList<>(List.of("setpriv", "--clear-groups"));
    line.add("--reuid=" + account.uid());
    line.add("--regid=" + account.gid());
    line.addAll(command);
    return line;
  }

  private static SiteException failure(SiteName site, TmpPath tmp, String reason) {
    return new SiteException(
        tmp.named() + " of site '" + site + "' can't be unmounted: " + reason,
        "End what uses it (--kill does that for the site's own processes), and try again");
  }
}
