package org.mkbackup.adapter.omd;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.host.SystemCommand;
import org.mkbackup.domain.port.SiteOmd;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.Exclusions;
import org.mkbackup.domain.site.SiteTree;
import org.mkbackup.domain.site.SiteVersion;

/** Runs the {@code omd} of an installed version. */
final class VersionOmd implements SiteOmd {
  private static final int BUFFER = 1 << 18;

  private final Host host;

  VersionOmd(Host host) {
    this.host = host;
  }

  @Override
  public void backup(
      SiteTree site,
      Set<Exclusions.Part> without,
      boolean compressed,
      OutputStream sink,
      RunLog log,
      Progress progress) {
    List<String> line = new ArrayList<>();
    boolean foreign = host.context() == Context.SYSTEM && !host.isRelocated();
    if (foreign) {
      line.add(SystemCommand.find("setpriv", "util-linux"));
      line.addAll(List.of("--reuid=" + site.name(), "--regid=" + site.name()));
      line.addAll(List.of("--init-groups", "--inh-caps=-all", "--"));
    }
    line.add(program(site, installedVersion(site)));
    line.add("backup");
    for (Exclusions.Part part : Exclusions.Part.values()) {
      if (without.contains(part)) {
        line.add("--no-" + part.name().toLowerCase(Locale.ROOT));
      }
    }
    if (!compressed) {
      line.add("--no-compression");
    }
    line.add("-");
    try (OmdProcess omd = OmdProcess.writing(site.name(), line, environment(site), log)) {
      omd.during(() -> copy(omd.output(), sink, progress));
      omd.requireGoodEnd("backup");
    } catch (IOException e) {
      throw cannotBeRun(site, line, e);
    }
  }

  private static void copy(InputStream from, OutputStream sink, Progress progress) {
    byte[] buffer = new byte[BUFFER];
    try {
      for (int n = read(from, buffer); n >= 0; n = read(from, buffer)) {
        sink.write(buffer, 0, n);
        progress.advanced(n);
      }
      sink.flush();
    } catch (IOException e) {
      throw new TargetException("Can't write the archive: " + e.getMessage(), "", e);
    }
  }

  /* A pipe whose writer was ended is at its end: how the writer ended tells why. */
  private static int read(InputStream from, byte[] buffer) {
    try {
      return from.read(buffer);
    } catch (IOException ended) {
      return -1;
    }
  }

  @Override
  public void restore(
      SiteTree site, SiteVersion version, InputStream archive, RunLog log, Progress progress) {
    List<String> line = new ArrayList<>(List.of(program(site, version), "restore"));
    if (host.context() == Context.SYSTEM) {
      line.add("--reuse");
    }
    line.add("--kill");
    if (host.context() == Context.SYSTEM) {
      line.add(site.name().value());
    }
    line.add("-");
    Consumer<Map<String, String>> environment =
        host.context() == Context.SYSTEM && !host.isRelocated()
            ? Environments::ofRoot
            : environment(site);
    try (archive;
        OmdProcess omd = OmdProcess.reading(site.name(), line, environment, log)) {
      omd.during(() -> feed(archive, omd.input(), progress));
      omd.requireGoodEnd("restore");
    } catch (IOException e) {
      throw cannotBeRun(site, line, e);
    }
  }

  private static void feed(InputStream archive, OutputStream sink, Progress progress) {
    byte[] buffer = new byte[BUFFER];
    boolean listening = true;
    try {
      for (int n = archive.read(buffer); n >= 0; n = archive.read(buffer)) {
        listening = listening && write(sink, buffer, n);
        progress.advanced(n);
      }
    } catch (IOException e) {
      throw new ArchiveException("The archive can't be read: " + e.getMessage(), "", e);
    }
    try {
      sink.close();
    } catch (IOException gone) {
      // It has read enough; how it ends tells whether it is content.
      return;
    }
  }

  private static boolean write(OutputStream sink, byte[] buffer, int length) {
    try {
      sink.write(buffer, 0, length);
      sink.flush();
      return true;
    } catch (IOException gone) {
      return false;
    }
  }

  private static SiteException cannotBeRun(SiteTree site, List<String> line, IOException e) {
    return new SiteException(
        "The omd of site " + site.name() + " can't be run: " + e.getMessage(),
        "See whether " + line.get(0) + " can be run",
        e);
  }

  private String program(SiteTree site, SiteVersion version) {
    Path omd = host.omdCommand().orElseGet(() -> host.version(version).resolve("bin/omd"));
    if (!Files.isExecutable(omd)) {
      throw new SiteException(
          "There is no omd for site " + site.name() + ": " + omd,
          "Install version " + version + ", or set site-engine to builtin");
    }
    return omd.toString();
  }

  private static SiteVersion installedVersion(SiteTree site) {
    return OmdCommand.version(site)
        .orElseThrow(
            () -> new SiteException("Site " + site.name() + " has no link to its version", ""));
  }

  private Consumer<Map<String, String>> environment(SiteTree site) {
    String home = site.home().toString();
    return environment -> {
      if (host.context() == Context.SYSTEM) {
        Environments.ofRoot(environment);
      } else {
        Environments.ofUser(environment);
      }
      environment.put("OMD_SITE", site.name().value());
      environment.put("OMD_ROOT", home);
      environment.put("HOME", home);
      environment.put("USER", site.name().value());
      environment.put("LOGNAME", site.name().value());
    };
  }
}
