package org.mkbackup.adapter.omd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.SiteControlContract;
import org.mkbackup.domain.port.SiteControl;
import org.mkbackup.domain.site.SiteStatus;

/** The contract, with a script that remembers the status in a file. */
class OmdSiteControlTest extends SiteControlContract {
  @TempDir Path root;
  private FakeOmd omd;
  private OmdSiteControl control;

  @BeforeEach
  void install() throws IOException {
    omd = new FakeOmd(root);
    control =
        omd.scripted(
            "if [ \"$1\" = status ]; then",
            "  if [ -e $shared/no-status ]; then cat $shared/no-status >&2; exit 1; fi",
            "  status=$(cat $shared/status)",
            "  echo \"cmc $status\"; echo \"OVERALL $status\"; exit $status",
            "fi",
            "echo Working",
            "if [ -e $shared/failure ]; then cat $shared/failure >&2; exit 2; fi",
            "if [ \"$1\" = restart ]; then exit; fi",
            "if [ \"$1\" = start ]; then echo 0 > $shared/status; else echo 1 > $shared/status; fi");
  }

  @Override
  protected SiteControl control() {
    return control;
  }

  @Override
  protected void bring(SiteStatus status) {
    write(
        "status",
        switch (status) {
          case RUNNING -> "0";
          case STOPPED -> "1";
          case PARTLY_RUNNING -> "2";
        });
  }

  @Override
  protected void failCommands(String lastLine) {
    write("failure", lastLine);
  }

  @Override
  protected void failStatus(String lastLine) {
    write("no-status", lastLine);
  }

  private void write(String file, String text) {
    try {
      Files.writeString(omd.file(file), text + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
