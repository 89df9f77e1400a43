package org.mkbackup.launcher.program;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mkbackup.contract.PrivateRoot;

/**
 * Real I/O errors of a file system in a site: a backup that lacks something takes nobody's place.
 */
class FailingDiskIT {
  private static final String SITE =
      UnsteadySites.HEUTE
          + """
          install -d -m 777 nas
          mount --bind nas nas
          make_job
          back_up() {
            as heute mkbackup backup nightly
            cksum nas/*/* >before
          }
          stands() {
            cksum nas/*/* | cmp before -
            state_is false
            [ "$(ls nas | wc -l)" = 1 ] || die "left: $(ls nas)"
          }
          """;

  @BeforeAll
  static void asRoot() {
    PrivateRoot.assumePossible("Disks that fail");
  }

  @Test
  void aFileThatCannotBeReadToItsEndMakesNoBackup() {
    UnsteadySites.requireLoopDevices(
        PrivateSites.run(
            SITE
                + """
                has_loop_devices || exit 0
                truncate -s 20M disk
                mkfs.ext4 -q -O ^has_journal -b 1024 disk
                as heute mkdir $home/var/disk
                mount -o loop disk $home/var/disk
                head -c 3000000 /dev/urandom >$home/var/disk/large
                rmdir $home/var/disk/lost+found
                back_up
                umount $home/var/disk
                blocks() { debugfs -R 'blocks /large' disk 2>/dev/null | tr ' ' '\\n'; }
                mount -o loop disk $home/var/disk
                truncate -s $(blocks | sed -n 1500p)K disk
                refused 3 "Can't read 'var/disk/large': Input/output error" \\
                  as heute mkbackup backup nightly
                stands
                refused 3 "Can't read 'var/disk/large': Input/output error" omd backup heute a.tar.gz
                [ ! -e a.tar.gz ] || die "an archive is left"
                """));
  }

  @Test
  void aDirectoryThatCannotBeListedMakesNoBackup() {
    PrivateSites.run(
        SITE
            + """
            serve heute $home/var/disk
            echo small >$served/small
            back_up
            umount $home/var/disk
            serve heute $home/var/disk
            fault fails 0
            refused 3 "Can't read 'var/disk': Input/output error" as heute mkbackup backup nightly
            stands
            steady
            back_up
            state_is true
            """);
  }
}
