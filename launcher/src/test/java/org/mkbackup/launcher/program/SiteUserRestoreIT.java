package org.mkbackup.launcher.program;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mkbackup.contract.PrivateRoot;

class SiteUserRestoreIT {

  @BeforeAll
  static void asRoot() {
    PrivateRoot.assumePossible("Restores by real site users, with mounts in the site");
  }

  @Test
  void mountsStayAndDirectoriesOfOthersAreListed() {
    PrivateSites.run(
        """
        make_site heute
        make_site morgen
        morgen=/omd/sites/morgen
        as heute omd backup heute - >/var/tmp/a.tar.gz
        as morgen $INSTALLED/bin/omd start
        mount -t tmpfs -o uid=morgen,gid=morgen,mode=755 rrds $morgen/var/check_mk/rrd
        sed -i s/5000/5001/ $morgen/etc/omd/site.conf
        as morgen omd restore --kill /var/tmp/a.tar.gz
        omd_status morgen || die "it wasn't started again"
        mountpoint -q $morgen/var/check_mk/rrd || die "the mount has gone"
        cmp /omd/sites/heute/var/check_mk/rrd/a.rrd $morgen/var/check_mk/rrd/a.rrd
        grep -q 5001 $morgen/etc/omd/site.conf || die "it lost its port"
        mkdir $morgen/roots
        tree $morgen >before
        refused 3 "$morgen/roots" as morgen omd restore --kill /var/tmp/a.tar.gz
        tree $morgen | cmp before -
        """);
  }
}
