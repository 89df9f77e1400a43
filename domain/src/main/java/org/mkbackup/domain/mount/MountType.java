package org.mkbackup.domain.mount;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mkbackup.domain.failure.UsageException;

/** A kind of network file system, and what may be said of one. */
public enum MountType {
  NFS("SERVER:/PATH", "(?:" + Syntax.NAME + "|" + Syntax.IPV6 + "):/" + Syntax.PATH),

  CIFS("//SERVER/SHARE", "//" + Syntax.NAME + "/" + Syntax.SHARE + "(?:/" + Syntax.PATH + ")?"),

  SSHFS(
      "[USER@]SERVER:[PATH]",
      "(?:" + Syntax.USER + "@)?(?:" + Syntax.NAME + "|" + Syntax.IPV6 + "):" + Syntax.PATH);

  private final String example;
  private final Pattern source;

  MountType(String example, String source) {
    this.example = example;
    this.source = Pattern.compile(source);
  }

  /** The type of a word: {@code nfs}, {@code cifs}, {@code sshfs}. */
  public static MountType of(String word) {
    return Stream.of(values())
        .filter(type -> type.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "There is no type of mounts '" + word + "'",
                    "Known are: "
                        + Stream.of(values())
                            .map(MountType::word)
                            .collect(Collectors.joining(", "))));
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  void checkSource(String text) {
    if (!source.matcher(text).matches()) {
      // Some write a password there.
      String shown = text.replaceAll("[^/@]*:[^/@]*@", "***@");
      throw new UsageException(
          "'" + shown + "' is no source of type " + word(), "Write it like " + example);
    }
  }

  void checkOptions(List<String> options) {
    KnownOptions known = KnownOptions.of(this);
    Set<String> names = new HashSet<>();
    for (String option : options) {
      String name = known.check(this, option);
      if (!names.add(name)) {
        throw new UsageException("The option '" + name + "' stands there twice", "Give it once");
      }
    }
  }
}
