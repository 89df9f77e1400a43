package org.mkbackup.launcher.program;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mkbackup.contract.PrivateRoot;

/** An appliance that is a machine of its own, with real users and real mounts. */
class PrivateApplianceIT {
  private static final String APPLIANCE =
      """
      mkdir -p /etc/cma /usr/share/cma /rw/etc /mnt/auto
      touch /etc/cma/cma.conf
      echo 1.7.5 >/usr/share/cma/version
      rm -f /etc/cma/backup.conf /etc/cma/mkbackup_mounts.conf
      printf 'address 1.2.3.4' >/rw/etc/network
      """;

  @BeforeAll
  static void asRoot() {
    PrivateRoot.assumePossible("Appliances with real users and mounts");
  }

  @Test
  void ownersAndModesComeBackWithSystemAndSites() {
    PrivateSites.run(
        APPLIANCE
            + """
            make_site heute
            $INSTALLED/bin/omd start heute
            printf secret >/rw/etc/secret
            chown daemon:omd /rw/etc/secret
            chmod 2640 /rw/etc/secret
            mkdir -p /omd/apache /mnt/auto/nas
            chown heute:heute /omd/apache
            before() { tree /omd/sites/heute; tree /rw; tree /omd/apache; }
            before >/var/tmp/before
            mkbackup target add nas local --path /mnt/auto/nas
            mkbackup job add all --target nas
            mkbackup backup all

            chown -R root:root /rw /omd/apache
            chmod -R 700 /rw /omd/apache
            rm /rw/etc/network /omd/sites/heute/etc/a.conf
            chown -hR daemon:daemon /omd/sites/heute/etc
            chmod 755 /omd/sites/heute/empty
            mkbackup restore --no-reboot nas "$(ls /mnt/auto/nas)"

            before | diff /var/tmp/before -
            omd_status heute || die "it wasn't started again"
            [ "$(stat -c %U /omd/sites/heute)" = heute ] || die "it is somebody else's"
            require_no_processes
            """);
  }

  @Test
  void aTargetIsMountedAsLongAsItIsNeededAndStaysIfItWasBefore() {
    PrivateSites.run(
        APPLIANCE
            + """
            mkdir -p /run/sshd /srv/backups
            for key in host user; do ssh-keygen -q -t ed25519 -N '' -f /srv/$key; done
            port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0));
            print(s.getsockname()[1])')
            echo "[127.0.0.1]:$port $(cat /srv/host.pub)" >/srv/known
            /usr/sbin/sshd -f /dev/null -p "$port" -h /srv/host -o ListenAddress=127.0.0.1 \\
              -o AuthorizedKeysFile=/srv/user.pub -o StrictModes=no -o UsePAM=no -o PidFile=none \\
              -o 'Subsystem=sftp internal-sftp'
            is_up() { mountpoint -q /mnt/auto/nas; }

            mkbackup mount add nas --type sshfs --source root@127.0.0.1:/srv/backups \\
              --options "IdentityFile=/srv/user,UserKnownHostsFile=/srv/known,port=$port"
            mkbackup target add nas local --path /mnt/auto/nas --mountpoint
            ! is_up || die "it was left mounted by 'target add'"
            mkbackup job add all --target nas
            mkbackup backup all
            ! is_up || die "it was left mounted"
            id=$(ls /srv/backups)
            [ -f "/srv/backups/$id/mkbackup.info" ] || die "$(find /srv/backups)"
            [ -z "$(ls -A /mnt/auto/nas)" ] || die "something was written below the mount"
            rm /rw/etc/network
            mkbackup restore --no-reboot nas "$id"
            [ "$(cat /rw/etc/network)" = 'address 1.2.3.4' ] || die "it didn't come back"
            ! is_up || die "it was left mounted by the restore"

            mkbackup mount up nas
            mkbackup backup all
            is_up || die "it was unmounted although it was up before"
            """);
  }
}
