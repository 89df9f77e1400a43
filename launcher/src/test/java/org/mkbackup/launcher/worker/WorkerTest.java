package org.mkbackup.launcher.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mkbackup.application.site.OwnSiteWork;
import org.mkbackup.application.site.RecoverSite;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;

class WorkerTest {
  private static final Host HOST =
      new Host(
          Path.of("/"),
          Context.SITE,
          "host",
          Optional.of(new SiteTree(new SiteName("heute"), Path.of("/omd/sites/heute"))),
          Optional.empty());

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final RecoverSite recover = mock();
  private final Worker worker =
      new Worker(
          HOST,
          new OwnSiteWork.Reach(mock(), mock(), mock(), mock(), mock(), mock()),
          recover,
          new PrintStream(said, true, StandardCharsets.UTF_8));

  private Message onlyMessage() {
    List<String> lines = said.toString(StandardCharsets.UTF_8).lines().toList();
    assertEquals(1, lines.size(), lines::toString);
    return Message.parse(lines.get(0)).orElseThrow();
  }

  @Test
  void tellsWantOfMemoryAsAFailure() {
    doThrow(new OutOfMemoryError("Java heap space")).when(recover).recover(any(), any());

    assertEquals(3, worker.run(List.of("recover")));

    assertEquals(Message.Kind.FAILURE, onlyMessage().kind());
    assertTrue(onlyMessage().text().contains("Java heap space"), onlyMessage()::text);
  }

  @Test
  void tellsWhatNobodyForesawAsAFailure() {
    assertEquals(3, worker.run(List.of("convert")));

    assertEquals(Message.Kind.FAILURE, onlyMessage().kind());
  }
}
