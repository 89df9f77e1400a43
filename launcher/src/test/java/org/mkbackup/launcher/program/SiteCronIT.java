package org.mkbackup.launcher.program;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mkbackup.contract.PrivateRoot;

class SiteCronIT {

  @BeforeAll
  static void asRoot() {
    PrivateRoot.assumePossible("Jobs of a site that the real cron runs");
  }

  /* As Checkmk does: the tables of a site, below its environment, are the crontab of its user. */
  @Test
  void theCrontabOfASiteRunsItsJobsAsItsUser() {
    PrivateSites.run(
        """
        make_site heute
        home=/omd/sites/heute
        mkdir -m 777 /var/tmp/target
        as heute mkbackup target add nas local --path /var/tmp/target
        as heute mkbackup job add due --target nas --at "$(date -d '1 minute' +%H:%M)" \\
          --at "$(date -d '2 minutes' +%H:%M)" --at "$(date -d '3 minutes' +%H:%M)"
        {
          echo "OMD_SITE=heute"
          echo "OMD_ROOT=$home"
          cat $home/etc/cron.d/mkbackup
        } | crontab -u heute -
        /usr/sbin/cron -f &
        cron=$!
        state=$home/var/check_mk/backup/due.state
        tries=0
        until grep -qs '"state": "finished"' $state; do
          tries=$((tries + 1))
          [ $tries -lt 1800 ] || die "cron ran nothing"
          sleep 0.1
        done
        kill $cron
        grep -q '"success": true' $state || die "$(cat $state)"
        [ "$(stat -c %U $state /var/tmp/target/*)" = "$(printf 'heute\\nheute')" ] || die "not as heute"
        as heute mkbackup status due || die "something needs a look"
        """);
  }
}
