package org.mkbackup.launcher.program;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mkbackup.contract.PrivateRoot;

/** File systems that are really full. */
class FullDiskIT {
  private static final String SITE_WITH_A_JOB =
      """
      make_site heute
      home=/omd/sites/heute
      mkdir /var/tmp/nas
      as heute sh -euc 'cat >$OMD_ROOT/etc/check_mk/backup.mk' <<'CONFIGURATION'
      {'jobs': {'nightly': {'title': 'N', 'target': 'nas', 'compress': True, 'encrypt': None,
                            'schedule': None}},
       'targets': {'nas': {'title': 'T', 'remote': ('local', {'path': '/var/tmp/nas'})}}}
      CONFIGURATION
      grow() { as heute sh -euc 'head -c 3000000 /dev/urandom >$OMD_ROOT/var/grown'; }
      unchanged() {
        tree $home | cmp before -
        omd_status heute || die "it doesn't run"
        [ "$(ls -A /omd/sites | xargs)" = heute ] || die "left: $(ls -A /omd/sites)"
      }
      """;

  @BeforeAll
  static void asRoot() {
    PrivateRoot.assumePossible("Disks that are full");
  }

  @Test
  void aTargetThatIsFullKeepsTheBackupBeforeAndNothingElse() {
    PrivateSites.run(
        SITE_WITH_A_JOB
            + """
            mount -t tmpfs -o size=2M,mode=777 nas /var/tmp/nas
            as heute mkbackup backup nightly
            find /var/tmp/nas -type f | sort | xargs cksum >before
            grow
            refused 3 'No space left' as heute mkbackup backup nightly
            find /var/tmp/nas -type f | sort | xargs cksum | cmp before -
            [ "$(ls -A /var/tmp/nas | wc -l)" = 1 ] || die "left: $(ls -A /var/tmp/nas)"
            grep -q '"success": false' $home/var/check_mk/backup/nightly.state
            as heute rm $home/var/grown
            as heute mkbackup backup nightly
            grep -q '"success": true' $home/var/check_mk/backup/nightly.state
            """);
  }

  @Test
  void aSiteWhoseDiskIsFullStaysAsItWasForItsUser() {
    PrivateSites.run(
        "mount -t tmpfs -o size=4M,mode=755 sites /omd/sites\n"
            + SITE_WITH_A_JOB
            + """
            chmod 777 /var/tmp/nas
            grow
            as heute mkbackup backup nightly
            as heute $INSTALLED/bin/omd start
            id=$(ls /var/tmp/nas)
            tree $home | grep -v backup/nightly.state >before
            refused 3 'No space left' as heute mkbackup restore nas $id
            tree $home | grep -v backup/nightly.state | cmp before -
            omd_status heute || die "it doesn't run"
            [ ! -e $home/.restore_working_dir ] || die "left: $(find $home/.restore_working_dir)"
            ! grep -q stop $CALLS || die "it was stopped for nothing"
            grep -q '"success": false' /tmp/restore-heute.state
            """);
  }

  @Test
  void aSiteWhoseDiskIsFullStaysAsItWasForRoot() {
    PrivateSites.run(
        "mount -t tmpfs -o size=4M,mode=755 sites /omd/sites\n"
            + SITE_WITH_A_JOB
            + """
            grow
            omd backup heute /root/a.tar.gz
            $INSTALLED/bin/omd start heute
            tree $home >before
            refused 3 'No space left' omd restore --reuse --kill heute /root/a.tar.gz
            unchanged
            refused 3 'No space left' omd restore neu /root/a.tar.gz
            unchanged
            require_no_site neu
            ! grep -q stop $CALLS || die "it was stopped for nothing"
            require_no_processes
            """);
  }
}
