package org.mkbackup.adapter.localdirectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.contract.TargetTypeContract;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.TargetType;
import org.mkbackup.domain.target.Target;
import org.mkbackup.domain.target.TargetId;

class LocalTargetTypeTest extends TargetTypeContract {
  @TempDir private Path temporary;

  @Override
  protected TargetType type() {
    return new LocalTargetType();
  }

  @Override
  protected Target unreachable() {
    return target(path("/nowhere/to/be/found"));
  }

  @Override
  protected List<Target> senseless() {
    return List.of(
        target(Literal.Dict.EMPTY),
        target(Literal.Dict.EMPTY.with("path", Literal.integer(1))),
        target(path("/mnt").with("is_mountpoint", Literal.text("yes"))));
  }

  private static Literal.Dict path(String path) {
    return Literal.Dict.EMPTY.with("path", Literal.text(path));
  }

  private static Target target(Literal.Dict parameters) {
    return new Target(
        new TargetId("nas"),
        Literal.Dict.EMPTY.with(
            "remote", new Literal.Tuple(List.of(Literal.text("local"), parameters))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mnt",
        "./mnt",
        "../mnt",
        "/mnt/.",
        "/mnt/./x",
        "/mnt/../x",
        "/mnt/..",
        "/mnt//x",
        "//mnt",
        "/mnt//",
        "/mnt\0x"
      })
  void refusesAPathThatIsNotAbsoluteAndCanonical(String path) {
    ConfigurationException failure =
        assertThrows(ConfigurationException.class, () -> open(target(path(path))));
    assertTrue(failure.what().startsWith("Target 'nas': path '"), failure::what);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/mnt", "/mnt/", "/mnt/...", "/mnt/.x/..y", "/mnt/a b/ä\nö/"})
  void takesAPathThatIsAbsoluteAndCanonical(String path) {
    assertNotNull(open(target(path(path))));
  }

  @Test
  void takesADirectoryWhoseNameIsNotAscii() throws IOException {
    Path directory = Files.createDirectory(temporary.resolve("Größe ✓"));
    open(target(path(directory.toString()))).checkReady();
    open(target(path(directory + "/"))).checkReady();
    assertEquals(List.of(), open(target(path(directory.toString()))).list());
  }

  @Test
  void takesNothingOnAnApplianceButWhatLiesBelowItsMnt() throws IOException {
    Host appliance = new Host(temporary, Context.SITE, "cma", Optional.empty(), Optional.empty());
    String mnt = temporary.resolve("mnt").toString();
    String elsewhere = temporary.resolve("rw/backup").toString();
    assertNotNull(type().open(target(path(elsewhere)), appliance), "It is no appliance yet");
    Files.createDirectories(temporary.resolve("etc/cma"));
    Files.createFile(temporary.resolve("etc/cma/cma.conf"));

    assertNotNull(type().open(target(path(mnt + "/auto/nas")), appliance));
    assertNotNull(type().open(target(path(mnt + "/nas/")), appliance));
    for (String wrong : List.of(elsewhere, mnt, mnt + "/", mnt + "x/nas", "/mnt/nas", "/")) {
      var refused =
          assertThrows(
              ConfigurationException.class,
              () -> type().open(target(path(wrong)), appliance),
              wrong);
      assertTrue(refused.what().endsWith("is not below " + mnt), refused::what);
    }
  }

  @Test
  void asksForAMountPointOnlyWhereTheTargetSaysSo() {
    Literal.Dict parameters = path(temporary.toString());
    open(target(parameters.with("is_mountpoint", Literal.bool(false)))).checkReady();
    open(target(parameters.with("is_mountpoint", Literal.none()))).checkReady();

    TargetException failure =
        assertThrows(
            TargetException.class,
            open(target(parameters.with("is_mountpoint", Literal.bool(true))))::checkReady);

    assertTrue(failure.what().contains("Nothing is mounted at"), failure::what);
  }
}
