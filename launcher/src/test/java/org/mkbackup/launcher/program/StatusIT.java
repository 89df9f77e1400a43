package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusIT {
  @TempDir Path temp;
  private ManagedRoot site;

  @BeforeEach
  void aSiteWithATarget() throws IOException {
    site = ManagedRoot.in(temp);
    site.addShelf();
  }

  @Test
  void aJobWhoseStateNamesALiveProcessIsLeftAlone() throws IOException {
    site.good("job", "add", "a", "--target", "shelf");
    Process process = new ProcessBuilder("sleep", "1000").start();
    try {
      Files.createDirectories(site.stateFile("a").getParent());
      Files.writeString(site.stateFile("a"), running(process.pid()));
      site.refused("is running", "job", "edit", "a", "--no-compress");
      site.refused("is running", "job", "remove", "a");
      JsonObject told = site.status("a", 0);
      assertEquals("running", told.get("state").getAsString());
      assertTrue(told.get("moved").getAsLong() < Instant.now().minusSeconds(500).getEpochSecond());
      assertTrue(site.good("status").contains("running, no byte since "), "The table has it, too");
      assertTrue(site.good("status", "--checkmk").contains(", no byte moved for 10 min"));
    } finally {
      process.destroyForcibly().onExit().join();
    }
    assertEquals("killed", site.status("a", 2).get("state").getAsString());
    site.good("job", "remove", "a");
    assertFalse(Files.exists(site.stateFile("a")));
  }

  private static String running(long pid) {
    return """
    {
        "bytes_per_second": 1.0,
        "finished": null,
        "moved": %d,
        "next_schedule": null,
        "output": "",
        "pid": %d,
        "size": null,
        "started": %d,
        "state": "running",
        "success": false
    }
    """
        .formatted(
            Instant.now().minusSeconds(610).getEpochSecond(), pid, Instant.now().getEpochSecond());
  }

  @Test
  void theStatusTellsWhatNeedsALook() {
    site.good("job", "add", "a", "--target", "shelf", "--at", "02:30");
    assertEquals("never_ran", site.status("a", 2).get("attention").getAsString());
    site.good("backup", "a");
    var good = site.status("a", 0);
    assertEquals("succeeded", good.get("state").getAsString());
    assertTrue(good.get("attention").isJsonNull(), good::toString);
    assertTrue(good.get("size").getAsLong() > 0, good::toString);
    assertTrue(good.get("next").getAsLong() > good.get("finished").getAsLong(), good::toString);
    assertEquals(
        List.of(
            "id",
            "state",
            "attention",
            "detail",
            "started",
            "finished",
            "duration",
            "size",
            "bytes_per_second",
            "next",
            "moved"),
        List.copyOf(good.keySet()));
    assertTrue(site.good("status").contains("succeeded"), "The table has it, too");
    site.refused("no job 'none'", "status", "none");
  }

  @Test
  void aStateThatCannotBeReadIsToldWithItsReason() throws IOException {
    site.good("job", "add", "a", "--target", "shelf");
    Files.createDirectories(site.stateFile("a").getParent());
    Files.writeString(site.stateFile("a"), "{");

    JsonObject told = site.status("a", 2);
    assertEquals("unreadable", told.get("attention").getAsString());
    assertTrue(
        told.get("detail")
            .getAsString()
            .contains("a.state can't be read: its content is not JSON"));
    String table = site.program().mkbackup("status").out();
    assertTrue(table.contains("! how it went is not known: The state file "), table);
  }

  @Test
  void twoFormsAtOnceAreAUsageError() {
    Program.Result result = site.program().mkbackup("status", "--json", "--checkmk");

    assertEquals(3, result.exit(), result.toString());
    assertTrue(result.err().contains("--json"), result.toString());
  }
}
