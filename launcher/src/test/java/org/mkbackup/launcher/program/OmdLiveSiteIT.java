package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site with the real rrdcached, whose RRD and history are written to without a pause. */
class OmdLiveSiteIT {
  private static final String LIFE =
      """
      import os, socket, sqlite3, subprocess, sys, time
      home = sys.argv[1]
      run, rrd = home + '/tmp/run', home + '/var/check_mk/rrd/host/load.rrd'
      history = home + '/var/mkeventd/history'
      for directory in (run, os.path.dirname(rrd), history, home + '/var/rrdcached'):
          os.makedirs(directory, exist_ok=True)
      subprocess.run(['rrdtool', 'create', rrd, '--start', '1700000000', '--step', '1',
                      'DS:1:GAUGE:60:0:U', 'RRA:AVERAGE:0.5:1:500000'], check=True)
      database = sqlite3.connect(history + '/history.sqlite')
      database.execute('PRAGMA journal_mode=WAL')
      database.execute('CREATE TABLE history (line INTEGER PRIMARY KEY, what TEXT)')
      path = run + '/rrdcached.sock'
      daemon = subprocess.Popen(['rrdcached', '-g', '-w', '1', '-l', 'unix:' + path, '-F',
                                 '-b', home + '/var', '-p', run + '/rrdcached.pid'])
      while not os.path.exists(path):
          time.sleep(0.01)
      connection = socket.socket(socket.AF_UNIX)
      connection.connect(path)
      answers = connection.makefile()
      print('ready', flush=True)
      try:
          for step in range(1, 400000):
              connection.sendall(f'UPDATE {rrd} {1700000000 + step}:{step}\\n'.encode())
              answer = answers.readline()
              database.execute('INSERT INTO history (what) VALUES (?)', (f'event {step}',))
              database.commit()
              if os.path.exists(home + '/tmp/enough'):
                  break
              time.sleep(0.001)
          connection.sendall(f'FLUSH {rrd}\\n'.encode())
          print('flushed', answers.readline(), flush=True)
      finally:
          daemon.terminate()
          daemon.wait()
      """;

  @TempDir Path temp;
  private RelocatedRoot root;
  private Path home;
  private Process life;
  private BufferedReader said;
  private Program program;

  @BeforeEach
  void aSiteThatLives() throws IOException {
    root = RelocatedRoot.in(temp);
    home = root.makeSite("heute");
    life =
        new ProcessBuilder("python3", "-c", LIFE, home.toString())
            .redirectError(temp.resolve("life.txt").toFile())
            .start();
    said = new BufferedReader(new InputStreamReader(life.getInputStream(), StandardCharsets.UTF_8));
    assertEquals("ready", said.readLine(), () -> "see " + temp.resolve("life.txt"));
    root.start("heute");
    program = new Program(root.siteEnvironment("heute"), temp);
  }

  @AfterEach
  void itDies() throws IOException, InterruptedException {
    Files.writeString(home.resolve("tmp/enough"), "");
    life.waitFor();
    said.close();
  }

  @Test
  void whatIsWrittenToDuringTheBackupIsWholeInIt() throws IOException, InterruptedException {
    Path archive = temp.resolve("a.tar.gz");

    Program.Result result = program.omd("-v", "backup", archive.toString());

    assertEquals(0, result.exit(), result.toString());
    assertFalse(result.toString().contains("WARNING"), result.toString());
    Path unpacked = Files.createDirectory(temp.resolve("unpacked"));
    Tools.run(temp, "tar", "-xzf", archive.toString(), "-C", unpacked.toString());
    Path restored = unpacked.resolve("heute/var");
    Tools.run(temp, "rrdtool", "info", restored.resolve("check_mk/rrd/host/load.rrd").toString());
    assertWholeHistory(restored.resolve("mkeventd/history/history.sqlite"));
    List<String> names = Tools.members(temp, archive);
    assertFalse(names.stream().anyMatch(name -> name.startsWith("heute/tmp/")), names.toString());
  }

  @Test
  void afterwardsUpdatesReachTheRrdAgain() throws IOException, InterruptedException {
    Path rrd = home.resolve("var/check_mk/rrd/host/load.rrd");
    assertEquals(0, program.omd("backup", temp.resolve("a.tar").toString()).exit());
    long before = last(rrd);

    Files.writeString(home.resolve("tmp/enough"), "");
    String flushed = said.readLine();

    assertNotNull(flushed);
    assertTrue(flushed.startsWith("flushed 0 "), flushed);
    assertTrue(last(rrd) > before, "nothing was written since " + before);
  }

  private long last(Path rrd) throws IOException, InterruptedException {
    return Long.parseLong(Tools.run(temp, "rrdtool", "last", rrd.toString()).strip());
  }

  private void assertWholeHistory(Path database) throws IOException, InterruptedException {
    String script =
        "import sqlite3, sys\n"
            + "history = sqlite3.connect(sys.argv[1])\n"
            + "assert history.execute('PRAGMA integrity_check').fetchone() == ('ok',)\n"
            + "lines = history.execute('SELECT line, what FROM history ORDER BY line')"
            + ".fetchall()\n"
            + "assert lines == [(n, f'event {n}') for n in range(1, len(lines) + 1)]\n"
            + "assert lines\n";
    Tools.run(temp, "python3", "-c", script, database.toString());
  }
}
