package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mkbackup.contract.PrivateRoot;

class RootRestoreIT {

  @BeforeAll
  static void asRoot() {
    PrivateRoot.assumePossible("Restores as root of sites with real users");
  }

  @Test
  void aNewSiteHasItsAccountItsMountLineAndItsName() {
    String said =
        PrivateSites.run(
            """
            make_site heute
            omd backup heute /root/a.tar.gz
            omd restore morgen /root/a.tar.gz 2>&1
            id -Gn morgen | grep -qx 'morgen omd' || die "$(id morgen)"
            line='tmpfs  /omd/sites/morgen/tmp tmpfs noauto,user,mode=751,uid=morgen,gid=morgen 0 0'
            grep -qxF "$line" /etc/fstab || die "$(cat /etc/fstab)"
            foreign=$(find /omd/sites/morgen ! -user morgen -o ! -group morgen)
            [ -z "$foreign" ] || die "not morgen's: $foreign"
            [ "$(ls -A /omd/sites | xargs)" = 'heute morgen' ] || die "$(ls -A /omd/sites)"
            printf 'User morgen\\nRoot /omd/sites/morgen\\nmine\\n' >expected
            cmp expected /omd/sites/morgen/etc/a.conf
            cmp /omd/sites/heute/etc/b.conf /omd/sites/morgen/etc/b.conf
            for site in heute morgen; do
              tree /omd/sites/$site | sed "s/$site:$site//; /etc\\/a.conf/d" >$site.tree
            done
            cmp heute.tree morgen.tree

            refused 3 'Site morgen is there already' omd restore morgen /root/a.tar.gz
            omd restore --uid 4711 --gid 4712 --tmpfs-size 10M --conflict install neu /root/a.tar.gz
            id neu | grep -q 'uid=4711(neu) gid=4712(neu)' || die "$(id neu)"
            grep -q 'neu/tmp .*,gid=neu,size=10M 0 0' /etc/fstab || die "$(cat /etc/fstab)"
            grep -qx 'site neu' /omd/sites/neu/etc/b.conf
            require_no_processes
            """);

    assertTrue(said.contains("there is no terminal to ask on"), said);
  }

  @Test
  void aFailedRestoreOfANewSiteLeavesNothing() {
    PrivateSites.run(
        """
        make_site heute
        omd backup heute /root/a.tar.gz
        head -c 200000 /root/a.tar.gz >/root/cut.tar.gz
        refused 3 'cut off' omd restore neu /root/cut.tar.gz
        require_no_site neu
        refused 3 'is not a size' omd restore --tmpfs-size 10X neu /root/a.tar.gz
        require_no_site neu
        refused 3 'etc/b.conf' omd restore --conflict abort neu /root/a.tar.gz
        require_no_site neu
        printf '#!/bin/sh\\nexit 4\\n' >$hooks/01
        chmod 755 $hooks/01
        refused 3 'exit code 4' omd restore neu /root/a.tar.gz
        require_no_site neu
        require_no_processes
        """);
  }

  @Test
  void aRunningSiteIsReplacedAsAWholeOrNotAtAll() {
    PrivateSites.run(
        """
        make_site heute
        make_site morgen
        home=/omd/sites/morgen
        omd backup heute /root/a.tar.gz
        head -c 200000 /root/a.tar.gz >/root/cut.tar.gz
        $INSTALLED/bin/omd start morgen
        as morgen sh -c 'cd $OMD_ROOT/tmp; exec sleep 1000' &
        tree $home >before
        unchanged() {
          tree $home | cmp before -
          omd_status morgen || die "it doesn't run"
          [ "$(ls -A /omd/sites | xargs)" = 'heute morgen' ] || die "$(ls -A /omd/sites)"
        }
        refused 3 'is running' omd restore --reuse morgen /root/a.tar.gz
        unchanged
        refused 3 'cut off' omd restore --reuse --kill morgen /root/cut.tar.gz
        ! grep -q stop $CALLS || die "it was stopped for a bad archive"
        unchanged
        printf '#!/bin/sh\\nprintf "bad \\\\033[31m\\\\n"\\nexit 4\\n' >$hooks/01
        chmod 755 $hooks/01
        refused 3 'exit code 4: bad ?[31m' omd restore --reuse --kill morgen /root/a.tar.gz
        unchanged
        require_no_processes
        rm $hooks/01
        : >$CALLS
        omd restore --reuse --kill morgen /root/a.tar.gz
        omd_status morgen || die "it wasn't started again"
        mountpoint -q $home/tmp || die "its tmp isn't mounted"
        grep -qx 'the tree of heute' $home/etc/check_mk/main.mk
        [ "$(grep -v status $CALLS | xargs)" = 'morgen stop morgen start' ] || die "$(cat $CALLS)"
        """);
  }

  @Test
  void hooksRunWithTheSitesRightsOnly() {
    String dump =
        PrivateSites.run(
            """
            make_site heute
            omd backup heute /root/a.tar.gz >/dev/null
            printf '#!/bin/sh\\ncat /proc/self/status\\nid -un\\nid -Gn\\ntty </dev/tty\\nexit 0' \\
              >$hooks/01
            chmod 755 $hooks/01
            omd restore --uid 4711 --gid 4712 --conflict install morgen /root/a.tar.gz
            """);

    assertTrue(dump.contains("Uid:?4711?4711?4711?4711"), dump);
    assertTrue(dump.contains("Gid:?4712?4712?4712?4712"), dump);
    assertTrue(dump.contains("morgen omd\n"), dump);
    assertTrue(dump.matches("(?s).*/dev/tty: No such device or address.*"), dump);
    for (String set : new String[] {"CapInh", "CapPrm", "CapEff", "CapAmb"}) {
      assertEquals(2, (dump + " ").split(set + ":\\?0{16}", -1).length, dump);
    }
  }

  @Test
  void aHomeWhoseUserIsGoneIsLeftAlone() {
    PrivateSites.run(
        """
        make_site heute
        omd backup heute /root/a.tar.gz
        userdel heute
        tree /omd/sites/heute >before
        refused 3 "There is no user 'heute'. Make it anew" omd restore heute /root/a.tar.gz
        tree /omd/sites/heute | cmp before -
        mv /omd/sites/heute /omd/old
        groupdel heute 2>/dev/null || :
        omd restore heute /root/a.tar.gz
        id heute
        """);
  }
}
