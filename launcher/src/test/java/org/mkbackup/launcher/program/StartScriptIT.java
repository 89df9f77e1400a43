package org.mkbackup.launcher.program;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mkbackup.contract.PrivateRoot;

class StartScriptIT {

  @BeforeAll
  static void asRoot() {
    PrivateRoot.assumePossible("What root runs");
  }

  @Test
  void rootRunsNoJavaThatOthersCanChange() {
    PrivateSites.run(
        """
        make_site heute
        mkdir -p /opt/own/bin /opt/theirs/bin /opt/open/bin
        for place in own theirs open; do
          ln -s "$(readlink -f "$(command -v java)")" /opt/$place/bin/link
          printf '#!/bin/sh\\nexec /opt/%s/bin/link "$@"\\n' $place >/opt/$place/bin/java
          chmod 755 /opt/$place/bin/java
        done
        chown heute /opt/theirs
        chmod 777 /opt/open/bin
        for place in theirs open; do
          refused 3 'MKBACKUP_JAVA is not used for root' \\
            env MKBACKUP_JAVA=/opt/$place/bin/java omd backup heute /root/a.tar
          refused 3 'JAVA_HOME is not used for root' \\
            env JAVA_HOME=/opt/$place omd backup heute /root/a.tar
        done
        env JAVA_HOME=/opt/own omd backup heute /root/a.tar
        env MKBACKUP_JAVA=/opt/own/bin/java omd backup heute /root/b.tar
        as heute env MKBACKUP_JAVA=/opt/theirs/bin/java omd backup /var/tmp/c.tar
        """);
  }

  @Test
  void aClosedStreamIsNoneOfTheProgramsOwnFiles() {
    PrivateSites.run(
        """
        make_site heute
        omd backup heute /root/a.tar 2>&-
        omd restore neu /root/a.tar <&- >&- 2>&-
        id neu
        refused 3 'The archive is empty' sh -c 'omd restore other - <&-'
        refused 3 "Can't write the archive" sh -c 'omd backup heute - >&-'
        """);
  }
}
