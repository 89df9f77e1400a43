package org.mkbackup.adapter.skeleton;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.StoppedException;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.port.SkeletonConverter;
import org.mkbackup.domain.text.RawName;

/** Walks a skeleton and converts the file of the tree that came from each of its files. */
final class ThreeWayConverter implements SkeletonConverter {

  @Override
  public void convert(Conversion conversion, Conflicts conflicts) {
    if (!Files.isDirectory(conversion.skeleton())) {
      conversion.log().verbose("There is no skeleton in " + conversion.skeleton());
      return;
    }
    walk(new FileConverter(conversion, conflicts), conversion.skeleton(), conversion.tree(), "");
  }

  private static void walk(FileConverter files, Path skeleton, Path tree, String below) {
    for (Path template : children(skeleton)) {
      if (Thread.currentThread().isInterrupted()) {
        throw new StoppedException("Stopped by a signal", "");
      }
      String name = RawName.nameOf(template);
      String path = below + name;
      Path file = RawName.resolve(tree, name);
      if (isPassedOver(path)) {
        continue;
      }
      if (Files.isDirectory(template, LinkOption.NOFOLLOW_LINKS)) {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          walk(files, template, file, path + "/");
        }
      } else if (Files.isSymbolicLink(template)) {
        files.convertLink(path, template, file);
      } else if (Files.isRegularFile(template, LinkOption.NOFOLLOW_LINKS)) {
        files.convertFile(path, template, file);
      }
    }
  }

  private static boolean isPassedOver(String path) {
    String name = path.toLowerCase(Locale.ROOT);
    return path.equals("tmp") || name.endsWith(".png") || name.endsWith(".pdf");
  }

  private static List<Path> children(Path directory) {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
      stream.forEach(children::add);
    } catch (IOException e) {
      throw new SiteException(
          "Can't list " + RawName.forPeople(directory) + ": " + SystemReason.of(e),
          "Install the version again",
          e);
    }
    children.sort(Comparator.comparing(RawName::nameOf));
    return children;
  }
}
