package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetManagementIT {
  @TempDir Path temp;
  private ManagedRoot site;

  @BeforeEach
  void aSite() throws IOException {
    site = ManagedRoot.in(temp);
  }

  private String target() throws IOException {
    return site.python(site.configuration(), "c['targets']['shelf']");
  }

  @Test
  void whatIsAddedIsReadByPython() throws IOException {
    site.addShelf();
    assertEquals(
        "{'remote': ('local', {'is_mountpoint': False, 'path': '"
            + site.shelf()
            + "'}), 'title': 'shelf'}",
        target());
    assertTrue(site.good("target", "list").contains("shelf  local  shelf"), "It is listed");
    assertTrue(site.good("target", "show", "shelf").contains(site.shelf().toString()), "Shown");
    assertEquals("Target 'shelf' is ready", site.good("target", "check", "shelf"));
  }

  @Test
  void optionsGoBeforeAndAfterAndAreThoseOfTheType() {
    site.good("target", "add", "--path", site.shelf().toString(), "a", "local", "--mountpoint");
    assertTrue(site.good("target", "show", "a").contains("--mountpoint: yes"), "It is set");
    assertTrue(site.good("target", "types").contains("--path=PATH"), "It is told of");
    Program.Result help = site.program().mkbackup("target", "add", "--help");
    assertTrue(help.out().contains("local: The directory"), help.toString());
  }

  @Test
  void anEditChangesWhatIsNamed() throws IOException {
    site.addShelf();
    Files.writeString(
        site.configuration(),
        Files.readString(site.configuration()).replace("{'is_m", "{'future': 7, 'is_m"));
    site.good("target", "edit", "shelf", "--title", "Regal", "--mountpoint");
    String both = "('local', {'future': 7, 'is_mountpoint': %s, 'path': '" + site.shelf() + "'})";
    assertEquals("{'remote': " + both.formatted("True") + ", 'title': 'Regal'}", target());
    site.refused("Nothing is mounted", "target", "check", "shelf");
    site.good("target", "edit", "shelf", "--no-mountpoint");
    assertEquals("{'remote': " + both.formatted("False") + ", 'title': 'Regal'}", target());
  }

  @Test
  void whatAJobUsesStaysReadyAndStays() {
    site.addShelf();
    site.good("job", "add", "nightly", "--target", "shelf");
    site.refused("used by job 'nightly'", "target", "remove", "shelf");
    site.refused("Nothing is mounted", "target", "edit", "shelf", "--mountpoint");
    site.good("job", "remove", "nightly");
    site.good("target", "remove", "shelf");
    assertEquals("ID  TYPE  TITLE", site.good("target", "list"));
  }

  @Test
  void whatMakesNoSenseIsToldInOneLineAndChangesNothing() throws IOException {
    site.addShelf();
    String before = Files.readString(site.configuration());
    site.refused("already", "target", "add", "shelf", "local", "--path", "/x");
    site.refused("needs --path", "target", "add", "a", "local");
    site.refused("no target type 'cloud'", "target", "add", "a", "cloud", "--path", "/x");
    site.refused("not a legal target id", "target", "add", "a/b", "local", "--path", "/x");
    site.refused("not an absolute path", "target", "add", "a", "local", "--path", "x");
    site.refused("Unknown option", "target", "edit", "shelf", "--bucket", "b");
    site.refused("no target 'none'", "target", "edit", "none");
    site.refused("no target 'none'", "target", "remove", "none");
    site.refused("no target 'none'", "target", "show", "none");
    site.refused("no target 'none'", "target", "check", "none");
    String inside = site.root().site("heute").resolve("var").toString();
    site.good("target", "edit", "shelf", "--path", inside);
    site.refused("lies inside of the site that is backed up", "target", "check", "shelf");
    site.good("target", "edit", "shelf", "--path", site.shelf().toString());
    assertEquals(before, Files.readString(site.configuration()));
  }

  @Test
  void onAnApplianceTargetsLieBelowMntAndItsOwnStayItsOwn() throws IOException {
    Path cma = Files.createDirectories(site.root().path().resolve("etc/cma"));
    Files.createFile(cma.resolve("cma.conf"));
    Path mnt = Files.createDirectories(site.root().path().resolve("mnt/nas"));
    site.refused("is not below", "target", "add", "a", "local", "--path", "" + site.shelf());
    Program root = new Program(site.root().rootEnvironment(), temp);

    Program.Result added = root.mkbackup("target", "add", "nas", "local", "--path", mnt.toString());
    assertEquals(0, added.exit(), added.toString());
    Program.Result job =
        root.mkbackup("job", "add", "all", "--target", "nas", "--without-sites", "--at", "3:00");
    assertEquals(0, job.exit(), job.toString());

    assertTrue(
        Files.readString(site.root().path().resolve("etc/cron.d/mkbackup"))
            .contains("0 3 * * * root " + Program.HOME.resolve("bin/mkbackup") + " backup all"));
    assertEquals("Target 'nas' is ready", site.good("target", "check", "nas"));
    site.refused("of the appliance", "target", "remove", "nas");
    site.good("job", "add", "mine", "--target", "nas");
  }
}
