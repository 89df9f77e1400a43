package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mkbackup.contract.PrivateRoot;

/** Comparisons by root of an appliance as it stands: what is in a site is read by its user. */
class RootDiffIT {
  private static final String BACKED_UP =
      """
      mkdir -p /etc/cma /usr/share/cma /rw/etc /mnt/auto/nas
      touch /etc/cma/cma.conf
      echo 1.7.5 >/usr/share/cma/version
      rm -f /etc/cma/backup.conf
      printf 'address 1.2.3.4' >/rw/etc/network
      make_site heute
      mkbackup target add nas local --path /mnt/auto/nas >/dev/null
      mkbackup job add all --target nas >/dev/null
      mkbackup backup all >/dev/null
      id=$(ls /mnt/auto/nas)
      home=/omd/sites/heute
      mkdir -m 755 /root/precious
      chmod 755 /root
      echo roots >/root/precious/file
      """;

  @BeforeAll
  static void asRoot() {
    PrivateRoot.assumePossible("Comparisons by root of sites with real users");
  }

  private static void assertLines(String said, String... lines) {
    for (String line : lines) {
      assertTrue(said.lines().anyMatch(line::equals), () -> "no '" + line + "' in " + said);
    }
  }

  @Test
  void tellsWhatHasChangedInSystemAndSites() {
    String said =
        PrivateSites.run(
            BACKED_UP
                + """
                mkbackup diff nas "$id"
                echo ---
                printf 'address 1.2.3.5' >/rw/etc/network
                as heute sh -euc 'cd "$OMD_ROOT"; echo x >etc/new; rm etc/a.conf; chmod 644 etc/secret'
                mkbackup diff nas "$id"
                require_no_processes
                """);

    List<String> runs = List.of(said.split("---\n"));
    assertLines(runs.get(0), "0 added, 0 removed, 0 changed");
    assertLines(
        runs.get(1),
        "M rw/etc/network  (content)",
        "+ heute/etc/new",
        "- heute/etc/a.conf",
        "M heute/etc/secret  (mode)",
        "M heute/var/hard  (mode)",
        "1 added, 1 removed, 3 changed");
  }

  @Test
  void rootFollowsNothingAndReadsNothingThatTheSitesUserCannot() {
    String said =
        PrivateSites.run(
            BACKED_UP
                + """
                mkdir -m 700 $home/roots
                touch $home/roots/file
                as heute sh -euc '
                  cd "$OMD_ROOT"
                  mv etc/check_mk var/check_mk.old
                  ln -s /root/precious etc/check_mk
                  rm etc/a.conf etc/b.conf
                  ln -s /etc/shadow etc/a.conf
                  mkfifo etc/b.conf
                  chmod 0 etc/secret
                  ln -s /root/precious tmp/run'
                touch -a -d '2001-01-01' /root/precious/file /etc/shadow
                timeout 100 mkbackup diff nas "$id" 2>&1
                [ "$(stat -c %X /root/precious/file /etc/shadow | uniq)" = \\
                  "$(date -d 2001-01-01 +%s)" ] || die "root has read it"
                require_no_processes
                """);

    assertLines(
        said,
        "M heute/etc/check_mk  (type)",
        "- heute/etc/check_mk/main.mk",
        "M heute/etc/a.conf  (type)",
        "M heute/etc/b.conf  (type)",
        "+ heute/roots");
    assertTrue(said.contains("WARNING: What is in 'roots' is left out"), said);
    assertTrue(said.lines().anyMatch(line -> line.matches("WARNING: .*etc/secret.*")), said);
    assertFalse(said.contains("roots/file"), said);
    assertFalse(said.contains("precious"), said);
  }

  @Test
  void filesThatChangeMeanwhileLeadNowhereElse() {
    String said =
        PrivateSites.run(
            BACKED_UP
                + """
                as heute sh -c '
                  cd "$OMD_ROOT"
                  mkdir etc/moving
                  echo mine >etc/moving/file
                  until [ -e /var/tmp/enough ]; do
                    mv etc/moving etc/away; ln -s /root/precious etc/moving
                    head -c 90000 /dev/zero >var/check_mk/rrd/a.rrd
                    rm etc/moving; mv etc/away etc/moving
                    rm -f etc/a.conf; mkfifo etc/a.conf; rm etc/a.conf
                    echo "$$" >etc/a.conf
                  done' >/dev/null 2>&1 &
                for turn in 1 2 3; do timeout 100 mkbackup diff nas "$id"; done 2>&1
                touch /var/tmp/enough
                wait
                require_no_processes
                """);

    assertFalse(said.contains("precious"), said);
    assertTrue(
        said.lines().filter(line -> line.matches("\\d+ added, \\d+ removed, \\d+ changed")).count()
            == 3,
        said);
  }

  @Test
  void aSiteThatIsGoneIsNamed() {
    PrivateSites.run(
        BACKED_UP
            + """
            rm -rf $home
            userdel heute
            refused 3 "'heute'" mkbackup diff nas "$id"
            """);
  }
}
