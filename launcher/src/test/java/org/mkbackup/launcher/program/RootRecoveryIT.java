package org.mkbackup.launcher.program;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mkbackup.contract.PrivateRoot;

/** What becomes of root's restores that a signal or a kill meets half way. */
class RootRecoveryIT {
  private static final String HELD_IN_A_HOOK =
      """
      printf '#!/bin/sh\\ntouch /var/tmp/swapped\\nuntil [ -e /var/tmp/go ]; do sleep 0.1; done\\n' \\
        >$hooks/01
      chmod 755 $hooks/01
      # Runs a command until the trees have changed places.
      held() {
        "$@" >/var/tmp/held.out 2>&1 &
        pid=$!
        until [ -e /var/tmp/swapped ]; do kill -0 $pid || die "$(cat /var/tmp/held.out)"; done
      }
      let_go() {
        touch /var/tmp/go
        status=0
        wait $pid || status=$?
        rm $hooks/01
        until (require_no_processes) 2>/dev/null; do sleep 0.1; done
      }
      """;

  @BeforeAll
  static void asRoot() {
    PrivateRoot.assumePossible("Restores as root that are ended half way");
  }

  @Test
  void signalsAfterTheTreesChangedPlacesUndoNothing() {
    PrivateSites.run(
        HELD_IN_A_HOOK
            + """
            make_site heute
            make_site morgen
            omd backup heute /root/a.tar.gz
            $INSTALLED/bin/omd start morgen
            held omd restore --reuse --kill morgen /root/a.tar.gz
            kill $pid
            until grep -qx stop /proc/$pid/task/*/comm; do sleep 0.1; done
            kill $pid
            kill -INT $pid
            let_go
            [ $status = 0 ] || die "exit $status: $(cat /var/tmp/held.out)"
            grep -qx 'the tree of heute' /omd/sites/morgen/etc/check_mk/main.mk
            omd_status morgen || die "it wasn't started again"
            [ "$(ls -A /omd/sites | xargs)" = 'heute morgen' ] || die "$(ls -A /omd/sites)"
            """);
  }

  @Test
  void aSiteThatTheBootStartedHalfSwappedIsHaltedAndPutInOrder() {
    PrivateSites.run(
        HELD_IN_A_HOOK
            + """
            make_site heute
            make_site morgen
            tree /omd/sites/morgen >before
            omd backup heute /root/a.tar.gz
            held omd restore --reuse morgen /root/a.tar.gz
            kill -KILL $pid
            let_go
            grep -qx 'the tree of heute' /omd/sites/morgen/etc/check_mk/main.mk
            $INSTALLED/bin/omd start morgen
            mountpoint -q /omd/sites/morgen/tmp || die "nothing is mounted"
            omd backup morgen /root/b.tar.gz >said
            grep -q 'was undone' said || die "$(cat said)"
            omd_status morgen || die "it wasn't started again"
            tree /omd/sites/morgen | cmp before -
            """);
  }

  @Test
  void theAccountOfANewSiteThatAKillLeftIsNotInTheWay() {
    PrivateSites.run(
        """
        make_site heute
        as heute sh -c 'head -c 4000000 /dev/urandom >"$OMD_ROOT/var/large"'
        omd backup heute /root/a.tar.gz
        mkfifo /root/pipe
        omd restore neu - </root/pipe >/var/tmp/out 2>&1 &
        pid=$!
        exec 3>/root/pipe
        head -c 3000000 /root/a.tar.gz >&3
        until [ -n "$(ls -A /omd/sites/.neu.mkbackup-new 2>/dev/null)" ]; do
          kill -0 $pid || die "$(cat /var/tmp/out)"
        done
        kill -KILL $pid
        wait $pid || :
        exec 3>&-
        until (require_no_processes) 2>/dev/null; do sleep 0.1; done
        id neu || die "it has no user"
        omd restore --conflict install neu /root/a.tar.gz >said
        grep -q 'Removing the account that a killed restore of site neu left' said || die "$(cat said)"
        [ "$(stat -c %U /omd/sites/neu/etc)" = neu ] || die "$(ls -l /omd/sites/neu)"
        [ "$(grep -c neu/tmp /etc/fstab)" = 1 ] || die "$(cat /etc/fstab)"
        [ -z "$(ls -A /var/lib/mkbackup/new-sites)" ] || die "a note is left"
        useradd -r -d /omd/sites/other other
        refused 3 "There is a user or a group 'other' already" omd restore other /root/a.tar.gz
        """);
  }
}
