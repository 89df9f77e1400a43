package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mkbackup.contract.PrivateRoot;

class RootBackupIT {

  @BeforeAll
  static void asRoot() {
    PrivateRoot.assumePossible("Backups as root of sites with real users");
  }

  @Test
  void rootsArchiveIsRootsAloneAndHoldsTheSite() {
    String listed =
        PrivateSites.run(
            """
            make_site heute
            omd backup heute /root/a.tar.gz >/dev/null
            [ "$(stat -c '%a %U:%G' /root/a.tar.gz)" = '600 root:root' ] || die "$(ls -l /root)"
            [ "$(ls -A /root | grep -c a.tar)" = 1 ] || die "left: $(ls -A /root)"
            omd backup heute - | tar tvz
            require_no_processes
            """);

    assertTrue(listed.contains("-rw------- heute/heute"), listed);
    assertTrue(listed.contains("heute/var/check_mk/rrd/a.rrd"), listed);
  }

  @Test
  void whatTheSitesUserCannotReadIsLeftOutWithAWarning() {
    String warnings =
        PrivateSites.run(
            """
            make_site heute
            mkdir -m 700 /omd/sites/heute/roots
            touch /omd/sites/heute/roots/file
            omd backup heute - 2>&1 >/root/a.tar.gz
            ! tar tzf /root/a.tar.gz | grep roots/file || die "root has read it"
            """);

    assertTrue(warnings.contains("WARNING: What is in 'roots' is left out"), warnings);
  }

  @Test
  void aSignalLeavesNeitherAFileNorAProcess() {
    PrivateSites.run(
        """
        make_site heute
        truncate -s 20G /omd/sites/heute/var/big
        stopped_when '[ -n "$(find /root -maxdepth 1 -name ".a.tar*" -size +100k)" ]' \\
          omd backup heute /root/a.tar.gz
        [ -z "$(ls -A /root | grep a.tar)" ] || die "left: $(ls -A /root)"

        mkfifo /root/pipe
        sleep 1000 </root/pipe &
        reader=$!
        exec 3>/root/pipe
        omd backup heute - >&3 2>/var/tmp/out &
        pid=$!
        until stat -c %U /proc/[0-9]* 2>/var/tmp/gone | grep -qx heute; do :; done
        kill $pid
        status=0
        wait $pid || status=$?
        [ $status = 1 ] || die "exit $status: $(cat /var/tmp/out)"
        kill $reader
        wait $reader || :
        require_no_processes
        """);
  }

  @Test
  void aProgramThatTheSitesUserCannotReadIsToldInOneLine() {
    PrivateSites.run(
        """
        make_site heute
        mkdir -m 700 /root/hidden
        cp -a "$1" /root/hidden/mkbackup
        refused 3 'That user must be able to read and run /root/hidden/mkbackup' \\
          /root/hidden/mkbackup/bin/omd backup heute /root/a.tar.gz
        [ -z "$(ls -A /root | grep a.tar)" ] || die "left: $(ls -A /root)"
        """);
  }
}
