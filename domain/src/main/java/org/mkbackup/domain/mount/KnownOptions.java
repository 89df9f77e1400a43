package org.mkbackup.domain.mount;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.mkbackup.domain.failure.UsageException;

/**
 * The options that a type of mounts may have. All others are refused: among them are some that run
 * commands, hold secrets, raise privileges or wait for ever.
 */
final class KnownOptions {
  private static final Set<String> SECRETS =
      Set.of("user", "username", "pass", "password", "password2", "cred", "credentials");
  private static final Set<String> PRIVILEGES =
      Set.of("suid", "dev", "exec", "nosuid", "nodev", "noexec", "defaults", "users", "owner");
  private static final Set<String> PATIENCE = Set.of("hard", "soft", "softerr", "retry", "bg");

  private final Map<String, Pattern> patterns;

  private KnownOptions(Map<String, Pattern> patterns) {
    this.patterns = patterns;
  }

  /** Those of a type. */
  static KnownOptions of(MountType type) {
    return switch (type) {
      case NFS -> nfs();
      case CIFS -> cifs();
      case SSHFS -> sshfs();
    };
  }

  private static KnownOptions nfs() {
    return flags("ro rw lock nolock sync async ac noac noatime nodiratime relatime")
        .with("vers nfsvers", "3|4|4\\.[0-2]")
        .with("proto mountproto", "tcp6?|udp6?|rdma")
        .with("port mountport", Syntax.NUMBER)
        .with("mountvers minorversion", "[0-4]")
        .with("rsize wsize", "[1-9][0-9]{0,7}")
        .with("timeo", "[1-9][0-9]{0,2}")
        .with("retrans", "[1-9]")
        .with("nconnect", "[1-9]|1[0-6]")
        .with("actimeo acregmin acregmax acdirmin acdirmax", Syntax.NUMBER)
        .with("local_lock", "all|flock|posix|none")
        .with("sec", "sys|krb5|krb5i|krb5p");
  }

  private static KnownOptions cifs() {
    return flags(
            "ro rw guest seal nobrl mfsymlinks serverino noserverino nounix noperm forceuid"
                + " forcegid nodfs noatime")
        .with("vers", "1\\.0|2\\.0|2\\.1|3|3\\.0|3\\.0\\.2|3\\.02|3\\.1\\.1|default")
        .with("domain", "[A-Za-z0-9][-A-Za-z0-9._]{0,254}")
        .with("sec", "ntlmv2|ntlmv2i|ntlmssp|ntlmsspi")
        .with("uid gid", Syntax.USER)
        .with("file_mode dir_mode", Syntax.MODE)
        .with("port actimeo", Syntax.NUMBER)
        .with("rsize wsize", "[1-9][0-9]{0,7}")
        .with("echo_interval", "[1-9]|[1-5][0-9]")
        .with("iocharset", "[a-z0-9-]{1,20}")
        .with("cache", "none|strict|loose");
  }

  private static KnownOptions sshfs() {
    return flags("ro rw")
        .with("port", Syntax.NUMBER)
        .with("IdentityFile UserKnownHostsFile", "/[-A-Za-z0-9_./@+]+")
        .with("HostKeyAlias BindAddress", Syntax.NAME)
        .with("AddressFamily", "any|inet|inet6")
        .with("Ciphers MACs HostKeyAlgorithms KexAlgorithms", "[-A-Za-z0-9@.+]+")
        .with("compression", "yes|no")
        .with("uid gid", "[0-9]{1,10}")
        .with("umask", Syntax.MODE)
        .with("idmap", "none|user")
        .with("max_conns", "[1-9]");
  }

  /**
   * Options without a value.
   *
   * @param names with blanks between them
   */
  private static KnownOptions flags(String names) {
    Map<String, Pattern> patterns = new LinkedHashMap<>();
    for (String name : names.split(" ", -1)) {
      patterns.put(name, Pattern.compile(name));
    }
    return new KnownOptions(patterns);
  }

  /**
   * These and others, that have a value.
   *
   * @param names with blanks between them
   * @param value what the whole value has to match
   */
  private KnownOptions with(String names, String value) {
    Map<String, Pattern> more = new LinkedHashMap<>(patterns);
    for (String name : names.split(" ", -1)) {
      more.put(name, Pattern.compile(name + "=(?:" + value + ")"));
    }
    return new KnownOptions(more);
  }

  /** The name of an option that is allowed. What a refused one is set to may be a secret. */
  String check(MountType type, String option) {
    String name = option.replaceFirst("=.*", "");
    Pattern pattern = patterns.get(name);
    if (pattern == null) {
      throw new UsageException(
          "The option '" + name + "' is not for mounts here", hint(type, name));
    }
    if (!pattern.matcher(option).matches()) {
      throw new UsageException(
          "The option '" + name + "' has a value that it can't have", "See " + manual(type));
    }
    return name;
  }

  private String hint(MountType type, String name) {
    if (SECRETS.contains(name)) {
      return "Name the user with --user; the password is asked for";
    }
    if (PRIVILEGES.contains(name)) {
      return "Leave it out: mounts are always nosuid, nodev and noexec";
    }
    if (PATIENCE.contains(name)) {
      return "Leave it out: mounts always give up in bounded time";
    }
    return "Known for " + type.word() + ": " + String.join(", ", patterns.keySet());
  }

  private static String manual(MountType type) {
    return switch (type) {
      case NFS -> "nfs(5)";
      case CIFS -> "mount.cifs(8)";
      case SSHFS -> "sshfs(1)";
    };
  }
}
