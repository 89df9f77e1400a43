package org.mkbackup.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.SkeletonConverter;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.text.RawName;

/**
 * A {@link SkeletonConverter} that knows no differences, for tests: a line of the skeleton that has
 * a name in it is exchanged wherever it stands in the user's file, and has to stand there.
 */
public final class SimpleSkeletonConverter implements SkeletonConverter {

  @Override
  public void convert(Conversion conversion, Conflicts conflicts) {
    try (Stream<Path> all = Files.walk(conversion.skeleton())) {
      for (Path stock : all.filter(path -> !Files.isDirectory(path)).sorted().toList()) {
        String name = RawName.of(conversion.skeleton().relativize(stock));
        if (!name.startsWith("tmp/") && !name.endsWith(".png") && !name.endsWith(".pdf")) {
          convert(conversion, stock, name, conflicts);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void convert(Conversion conversion, Path stock, String name, Conflicts conflicts)
      throws IOException {
    Path file = RawName.resolve(conversion.tree(), name);
    if (!hasRealParents(conversion.tree(), file)) {
      return;
    }
    if (Files.isSymbolicLink(stock) && Files.isSymbolicLink(file)) {
      String target = RawName.of(Files.readSymbolicLink(stock));
      Path before = Path.of(filled(target, conversion, conversion.from()));
      if (Files.readSymbolicLink(file).equals(before)) {
        Files.delete(file);
        Files.createSymbolicLink(file, Path.of(filled(target, conversion, conversion.to())));
      }
    } else if (Files.isRegularFile(stock, LinkOption.NOFOLLOW_LINKS)
        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      convertText(conversion, stock, file, name, conflicts);
    }
  }

  private static boolean hasRealParents(Path tree, Path file) {
    Path below = tree.relativize(file);
    for (int depth = 1; depth < below.getNameCount(); depth++) {
      Path above = tree.resolve(below.subpath(0, depth));
      if (!Files.isDirectory(above, LinkOption.NOFOLLOW_LINKS)) {
        return false;
      }
    }
    return true;
  }

  private static void convertText(
      Conversion conversion, Path stock, Path file, String name, Conflicts conflicts)
      throws IOException {
    String before = filled(read(stock), conversion, conversion.from());
    String after = filled(read(stock), conversion, conversion.to());
    String mine = read(file);
    if (before.equals(after) || mine.equals(after)) {
      return;
    }
    String converted = exchanged(lines(before), lines(after), mine);
    if (converted.isEmpty()) {
      switch (conflicts.decide(name)) {
        case ABORT -> throw new SiteException("'" + name + "' can't be converted", "");
        case KEEP_OLD -> {
          return;
        }
        case INSTALL -> converted = after;
      }
    }
    if (converted.equals(mine)) {
      return;
    }
    int mode = (int) Files.getAttribute(file, "unix:mode");
    Files.write(file, converted.getBytes(StandardCharsets.ISO_8859_1));
    Files.setAttribute(file, "unix:mode", mode & 07777);
    conversion.log().info("Converted " + name);
  }

  /* Empty if a line is missing that should be another. */
  private static String exchanged(List<String> before, List<String> after, String mine) {
    String text = mine;
    for (int i = 0; i < before.size(); i++) {
      String old = before.get(i);
      if (!old.equals(after.get(i))) {
        if (!text.contains(old) && !text.contains(after.get(i))) {
          return "";
        }
        text = text.replace(old, after.get(i));
      }
    }
    return text;
  }

  private static List<String> lines(String text) {
    return new ArrayList<>(text.lines().toList());
  }

  private static String filled(String text, Conversion conversion, SiteName site) {
    return text.replace("###SITE###", site.value())
        .replace("###ROOT###", "/omd/sites/" + site)
        .replace(
            "###EDITION###", conversion.version().value().endsWith("cee") ? "enterprise" : "raw");
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
  }
}
