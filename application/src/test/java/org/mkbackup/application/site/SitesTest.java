package org.mkbackup.application.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.site.SiteTree;
import org.mkbackup.domain.site.SiteVersion;

class SitesTest {
  @TempDir Path root;
  private Sites sites;

  @BeforeEach
  void aMachine() {
    sites = new Sites(new Host(root, Context.SYSTEM, "cma", Optional.empty(), Optional.empty()));
  }

  private void make(String directory) throws IOException {
    Files.createDirectories(root.resolve(directory));
  }

  @Test
  void aMachineWithoutSitesHasNone() {
    assertEquals(List.of(), sites.all());
    assertEquals(List.of(), sites.versions());
    assertEquals(List.of(), sites.traces());
  }

  @Test
  void sitesAreTheDirectoriesThatCanBeOne() throws IOException {
    make("omd/sites/morgen");
    make("omd/sites/heute");
    make("omd/sites/lost+found");
    make("omd/sites/.heute.mkbackup-old");
    Files.createSymbolicLink(root.resolve("omd/sites/link"), Path.of("heute"));
    Files.createFile(root.resolve("omd/sites/file"));

    assertEquals(
        List.of("heute", "morgen"), sites.all().stream().map(s -> s.name().value()).toList());
    assertEquals(root.resolve("omd/sites/heute"), sites.all().get(0).home());
  }

  @Test
  void tracesOfRestoresTellOfSitesWithoutAHome() throws IOException {
    make("omd/sites/.heute.mkbackup-old");
    make("omd/sites/.heute.mkbackup-new");
    make("omd/sites/.other");

    assertEquals(
        List.of("heute"),
        sites.traces().stream().map(SiteTree::name).map(name -> name.value()).toList());
  }

  @Test
  void versionsAreDirectoriesToo() throws IOException {
    make("omd/versions/2.3.0p1.cre");
    make("omd/versions/.hidden");
    Files.createSymbolicLink(root.resolve("omd/versions/default"), Path.of("2.3.0p1.cre"));

    assertEquals(List.of(new SiteVersion("2.3.0p1.cre")), sites.versions());
  }
}
