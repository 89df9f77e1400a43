package org.mkbackup.adapter.sitehome;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mkbackup.contract.ExampleSite;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteTree;

/** A process that swaps one tree after the other until it is killed; it writes a byte each step. */
final class RestlessSwapper {
  private static final List<String> NAMES =
      List.of("etc/omd/site.conf", "var/log/a", "local/lib/b", "top", "var/deep/er/c");

  private RestlessSwapper() {}

  public static void main(String[] arguments) throws IOException {
    SiteTree site = ExampleSite.in(Path.of(arguments[1]));
    SiteHome home = home(arguments[0], telling(System.out));
    home.recover(site, RunLog.silent());
    for (int round = Integer.parseInt(arguments[2]); ; round++) {
      try (SiteHome.Staged staged = home.stage(site)) {
        fill(staged.directory(), round);
        staged.swapIn(true);
        if (round % 3 != 0) {
          staged.accept(RunLog.silent());
        }
      }
    }
  }

  static SiteHome home(String id, Disk disk) {
    Mounts mounts = new Mounts();
    InProcessSiteTrees trees = new InProcessSiteTrees(disk, mounts);
    return id.equals("whole")
        ? new WholeSiteHome(disk, mounts, trees)
        : new EntriesSiteHome(disk, mounts, trees);
  }

  private static Disk telling(OutputStream listener) {
    Disk disk = new UnixDisk(new LinuxCalls());
    return (Disk)
        Proxy.newProxyInstance(
            Disk.class.getClassLoader(),
            new Class<?>[] {Disk.class},
            (proxy, method, arguments) -> {
              listener.write('.');
              listener.flush();
              try {
                return method.invoke(disk, arguments);
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            });
  }

  static void fill(Path top, int round) throws IOException {
    for (String name : NAMES) {
      Path file = top.resolve(name);
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, "round " + round);
    }
    Files.createSymbolicLink(top.resolve("version"), Path.of("round " + round));
  }

  /** What the files of a tree that was filled say. */
  static Map<String, String> contents(Path top) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    for (String name : NAMES) {
      contents.put(name, Files.readString(top.resolve(name)));
    }
    contents.put("version", Files.readSymbolicLink(top.resolve("version")).toString());
    return contents;
  }
}
