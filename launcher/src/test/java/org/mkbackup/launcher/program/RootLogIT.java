package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mkbackup.contract.PrivateRoot;

class RootLogIT {

  @BeforeAll
  static void asRoot() {
    PrivateRoot.assumePossible("The system's log");
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/sbin/rsyslogd")), "left out: there is no rsyslogd");
  }

  @Test
  void whatRootDoesIsInTheSystemsLog() {
    String log =
        PrivateSites.run(
            """
            make_site heute
            mkdir /var/tmp/dev
            mount -t tmpfs -o mode=755 dev /var/tmp/dev
            cp -a /dev/null /dev/zero /dev/full /dev/random /dev/urandom /dev/tty /dev/fd \\
              /dev/stdin /dev/stdout /dev/stderr /var/tmp/dev
            mount --rbind /var/tmp/dev /dev
            cat >/var/tmp/rsyslog.conf <<'CONF'
            module(load="imuxsock")
            *.* action(type="omfile" file="/var/tmp/messages")
            CONF
            : >/var/tmp/messages
            rsyslogd -n -i /var/tmp/rsyslog.pid -f /var/tmp/rsyslog.conf >/var/tmp/said 2>&1 &
            daemon=$!
            tries=0
            until [ -S /dev/log ] || [ $tries = 300 ]; do tries=$((tries + 1)); sleep 0.1; done
            mkdir -m 700 /omd/sites/heute/roots
            touch /omd/sites/heute/roots/file
            omd --verbose backup heute /root/a.tar.gz >/dev/null 2>&1
            omd restore --conflict install morgen /root/a.tar.gz >/dev/null
            kill $daemon
            wait $daemon || :
            cat /var/tmp/messages
            """);

    assertTrue(log.contains("omd backup heute: WARNING: What is in 'roots' is left out"), log);
    assertTrue(log.matches("(?s).* mkbackup\\[\\d+\\]: omd restore morgen: Restoring site.*"), log);
    assertTrue(log.contains("omd restore morgen: Converted etc/a.conf"), log);
  }
}
