package org.mkbackup.adapter.hooks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.PostRestoreHooksContract;
import org.mkbackup.domain.port.PostRestoreHooks;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;

class ScriptHooksContractTest extends PostRestoreHooksContract {
  @TempDir private Path temp;

  @BeforeEach
  void makeHome() throws IOException {
    Files.createDirectory(site().home());
  }

  @Override
  protected PostRestoreHooks hooks() {
    return new ScriptHooks(ScriptHooks.LIMIT);
  }

  @Override
  protected Path directory() {
    return temp.resolve("post-restore");
  }

  @Override
  protected SiteTree site() {
    return new SiteTree(new SiteName("heute"), temp.resolve("heute"));
  }

  @Override
  protected void putSaying(String name, String line, int exitCode) {
    put(name, "echo '" + line + "'; exit " + exitCode, "rwxr-xr-x");
  }

  @Override
  protected void putTelling(String name, String variable) {
    put(name, "echo \"$" + variable + "\"", "rwxr-xr-x");
  }

  @Override
  protected void putEndless(String name, String line) {
    put(name, "echo '" + line + "'; sleep 60", "rwxr-xr-x");
  }

  @Override
  protected void putOther(String name) {
    put(name, "exit 1", "rw-r--r--");
  }

  private void put(String name, String body, String mode) {
    try {
      Files.createDirectories(directory());
      Path script = Files.writeString(directory().resolve(name), "#!/bin/sh\n" + body + "\n");
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString(mode));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
