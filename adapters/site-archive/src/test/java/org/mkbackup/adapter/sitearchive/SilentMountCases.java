package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mkbackup.contract.RunLogLines;

/** A file system of which the process that serves it stands still. */
class SilentMountCases extends RootTree {
  private static final String SERVERS = "$(grep -lx sshfs /proc/[0-9]*/comm | cut -d/ -f3)";
  private final RunLogLines log = new RunLogLines();

  @BeforeEach
  void mount() throws IOException {
    for (Path tree : new Path[] {saved(), live()}) {
      run(tree, "mkdir -p mnt/nas mnt/tmp served; echo x > file; echo y > served/there");
      run(tree, "printf '#!/bin/sh\\nexec /usr/lib/openssh/sftp-server\\n' > ../ssh");
      run(tree, "chmod 755 ../ssh; mount -t tmpfs -o mode=700 none mnt/tmp; touch mnt/tmp/in");
    }
  }

  private static void serve(Path tree) {
    run(tree, "sshfs -o ssh_command=\"$PWD/../ssh\" \"x:$PWD/served\" mnt/nas; ls mnt/nas");
    run(tree, "kill -STOP " + SERVERS);
  }

  @AfterEach
  void end() {
    run(saved(), "kill -KILL " + SERVERS);
  }

  @Test
  void isLeftOutWithAWarningAndHoldsNothingUp() throws IOException {
    serve(saved());

    byte[] archive = SystemTrees.pack(saved(), log);

    assertEquals(
        "'mnt/nas' is left out: what is mounted there gives no answer within 1 s",
        String.join("\n", log.warnings()));
    Path file = Files.write(live().resolveSibling("archive"), archive);
    assertEquals(
        "rw/\nrw/file\nrw/mnt/\nrw/mnt/tmp/\nrw/served/\nrw/served/there\n",
        run(live(), "tar tf " + file));
  }

  @Test
  void isNotTouchedByARestore() throws IOException {
    byte[] archive = SystemTrees.pack(saved(), log);
    run(live(), "echo old > file");
    serve(live());

    SystemTrees.restore(archive, live(), log);

    assertEquals("x\n", Files.readString(live().resolve("file")));
    assertTrue(Files.exists(live().resolve("mnt/tmp/in")), "What is mounted stays");
  }
}
