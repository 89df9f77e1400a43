package org.mkbackup.launcher.program;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mkbackup.contract.PrivateRoot;

/**
 * Targets that fail in the middle of a run: real file systems, whose servers fail as they are told.
 */
class UnsteadyTargetIT {
  private static final String BACKED_UP =
      UnsteadySites.HEUTE
          + """
          make_job
          serve heute /var/tmp/nas
          as heute mkbackup backup nightly
          id=$(ls $served)
          grow
          cksum $served/*/* >before
          stands() {
            cksum $served/*-complete/* | cmp before -
            state_is false
          }
          next_is_good() {
            as heute mkbackup backup nightly
            [ "$(ls $served)" = "$id" ] || die "left: $(ls $served)"
            [ "$(find $served -size +2900k | wc -l)" = 1 ] || die "no new one: $(ls -lR $served)"
            state_is true
          }
          """;

  @BeforeAll
  static void asRoot() {
    PrivateRoot.assumePossible("Targets that fail");
  }

  @Test
  void theBackupBeforeStandsAndTheNextRunIsGood() {
    PrivateSites.run(
        BACKED_UP
            + """
            bad() {
              fault $1
              refused 3 "$2" as heute mkbackup backup nightly
              steady
              stands
            }
            bad 'fails 1000000' 'Input/output error'
            bad 'fails 3300000' 'Input/output error'
            bad 'ends 1000000' 'Check that the target is there'
            bad 'denies 1000000' 'Permission denied'
            next_is_good
            """);
  }

  @Test
  void aTargetThatHangsEndsTheRunByItselfAndIsToldOf() {
    PrivateSites.run(
        BACKED_UP
            + """
            stalls_after_a_second
            fault hangs 1000000
            as heute mkbackup backup nightly >out 2>err &
            await err 'its process was ended'
            state_is false
            grep -q 'ERROR: No byte moved for 1 s while writing site-heute.tar' $state
            await mail 'No byte moved for 1 s while writing'
            steady
            status=0
            wait $! || status=$?
            [ $status = 3 ] || die "exit $status"
            [ "$(grep -vc ^WARNING err)" = 1 ] || die "not one line: $(cat err)"
            stands
            next_is_good
            """);
  }

  @Test
  void aFileSystemThatTurnsReadOnlyKeepsTheBackupBefore() {
    UnsteadySites.requireLoopDevices(
        PrivateSites.run(
            UnsteadySites.HEUTE
                + """
                has_loop_devices || exit 0
                truncate -s 30M disk
                mkfs.ext4 -q disk
                mkdir nas
                mount -o loop,errors=remount-ro disk nas
                failing=/sys/fs/ext4/$(basename $(findmnt -no SOURCE nas))/trigger_fs_error
                chmod 777 nas
                make_job
                as heute mkbackup backup nightly
                cksum nas/*-complete/* >before
                grow
                fail() { echo 1 >$failing; }
                in_the_middle fail
                [ $status = 3 ] || die "exit $status: $(cat err)"
                [ "$(grep -vc ^WARNING err)" = 1 ] || die "not one line: $(cat err)"
                grep -q 'Read-only file system' err || die "$(cat err)"
                state_is false
                cksum nas/*-complete/* | cmp before -
                umount nas
                e2fsck -fy disk >/dev/null || :
                mount -o loop disk nas
                cksum nas/*-complete/* | cmp before -
                as heute mkbackup backup nightly
                [ "$(ls nas | grep -v lost+found)" = "$(basename nas/*-complete)" ] || die "left: $(ls nas)"
                """));
  }

  @Test
  void aTargetThatIsUnmountedKeepsTheBackupBeforeAndItsMountPointGetsNothing() {
    PrivateSites.run(
        UnsteadySites.HEUTE
            + """
            mkdir nas disk
            mount -t tmpfs -o mode=777 disk disk
            mount --bind disk nas
            make_job
            as heute mkbackup backup nightly
            cksum disk/*-complete/* >before
            grow
            in_the_middle umount -l nas
            [ $status = 3 ] || die "exit $status"
            grep -qx 'Nothing is mounted at the target directory .*' err || die "$(cat err)"
            state_is false
            cksum disk/*/* | cmp before -
            [ -z "$(ls -A nas)" ] || die "something was written below the mount: $(ls nas)"
            mount --bind disk nas
            as heute mkbackup backup nightly
            """);
  }
}
