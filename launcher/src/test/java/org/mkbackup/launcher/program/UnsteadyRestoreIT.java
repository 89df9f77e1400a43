package org.mkbackup.launcher.program;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mkbackup.contract.PrivateRoot;

/** Restores from targets that fail while an archive is read. */
class UnsteadyRestoreIT {
  private static final String RUNS_AND_HAS_CHANGED =
      UnsteadySites.HEUTE
          + """
          make_job
          serve heute /var/tmp/nas
          grow
          as heute mkbackup backup nightly
          id=$(ls $served)
          as heute sh -c 'echo later >$OMD_ROOT/etc/later'
          as heute $INSTALLED/bin/omd start
          # What was unpacked so far goes with the next run.
          site() { tree $home | grep -v -e backup/nightly.state -e ./.restore_working_dir -e ^break; }
          site >before
          is_as_before() {
            site | cmp before -
            omd_status heute || die "it doesn't run"
            ! grep -q stop $CALLS || die "it was stopped for nothing"
            grep -q '"success": false' /tmp/restore-heute.state
          }
          next_is_good() {
            as heute mkbackup restore nas "$id"
            [ ! -e $home/etc/later ] || die "it wasn't restored"
            left=$(find $home -path "*/.restore_working_dir/*" ! -name mkbackup.lock)
            [ -z "$left" ] || die "left: $left"
            omd_status heute || die "it doesn't run"
          }
          """;

  @BeforeAll
  static void asRoot() {
    PrivateRoot.assumePossible("Targets that fail");
  }

  @Test
  void theSiteStaysAsItWasWhereTheArchiveCannotBeReadOn() {
    PrivateSites.run(
        RUNS_AND_HAS_CHANGED
            + """
            fault ends 1000000
            refused 3 'site-heute.tar' as heute mkbackup restore nas "$id"
            steady
            is_as_before
            next_is_good
            """);
  }

  @Test
  void aRestoreThatHangsEndsAndTheSiteStaysAsItWas() {
    PrivateSites.run(
        RUNS_AND_HAS_CHANGED
            + """
            stalls_after_a_second
            fault hangs 1000000
            as heute mkbackup restore nas "$id" >out 2>err &
            await err 'its process was ended'
            steady
            status=0
            wait $! || status=$?
            [ $status = 3 ] || die "exit $status"
            grep -q 'No byte moved for 1 s while reading site-heute.tar' err
            await mail 'No byte moved for 1 s while reading'
            is_as_before
            next_is_good
            """);
  }
}
