package org.mkbackup.launcher.program;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mkbackup.contract.PrivateRoot;

class HostileSiteIT {
  private static final String HOSTILE =
      """
      make_site opfer
      home=/omd/sites/opfer
      mkdir -m 777 /root/precious
      echo kept >/root/precious/file
      touch /var/tmp/marker
      chmod 666 /var/tmp/marker
      as opfer sh -euc '
        cd "$OMD_ROOT"
        for command in setpriv setsid java omd mount umount sh stat; do
          { echo "#!/bin/sh"
            echo "id -u >>/var/tmp/marker"
            echo "exec /usr/bin/$command \\"\\$@\\""; } >local/bin/$command
          chmod 755 local/bin/$command
        done'
      rootless() { ! grep -qx 0 /var/tmp/marker || die "root ran a command of the site"; }
      outside() { find /etc /root/precious -type f | sort | xargs -d '\\n' cksum; }
      """;

  @BeforeAll
  static void asRoot() {
    PrivateRoot.assumePossible("Hostile sites in root's hands");
  }

  @Test
  void aBackupFollowsNoLinkWaitsForNoPipeAndRunsNoCommandOfTheSite() {
    PrivateSites.run(
        HOSTILE
            + """
            lock=$home/tmp/run/backup.lock
            as opfer sh -euc 'mkdir "$OMD_ROOT/tmp/run"; ln -s /etc/passwd "$1"' sh $lock
            outside >before
            refused 3 'it is a symbolic link' omd backup opfer /root/a.tar.gz
            as opfer sh -euc 'rm "$1"; mkfifo "$1"' sh $lock
            refused 3 'it is not a regular file' timeout 60 omd backup opfer /root/a.tar.gz
            as opfer rm $lock
            as opfer sh -euc 'cd "$OMD_ROOT"; rm version; mkfifo version'
            refused 3 'is no link to a version' timeout 60 omd backup opfer /root/a.tar.gz
            as opfer sh -euc 'cd "$OMD_ROOT"; rm version; ln -s ../../versions/../../tmp version'
            refused 3 'is no link to a version' omd backup opfer /root/a.tar.gz
            outside | cmp before -
            rootless
            """);
  }

  @Test
  void aRestoreTouchesNothingThatTheSitesLinksLeadTo() {
    PrivateSites.run(
        HOSTILE
            + """
            make_site heute
            omd backup heute /root/a.tar.gz
            as opfer sh -euc '
              cd "$OMD_ROOT"
              ln -s /root/precious .restore_working_dir
              ln -sf /etc/shadow etc/omd/site.conf
              mkdir -p var/clickhouse-server
              ln -s /etc var/clickhouse-server/etc
              rmdir tmp
              ln -s /etc tmp
              rm version
              mkfifo version
              chmod 0 .'
            outside >before
            timeout 100 omd restore --conflict keepold --reuse --kill opfer /root/a.tar.gz
            outside | cmp before -
            rootless
            grep -qx 'the tree of heute' /omd/sites/opfer/etc/check_mk/main.mk
            [ "$(ls -A /omd/sites | xargs)" = 'heute opfer' ] || die "$(ls -A /omd/sites)"
            """);
  }
}
