package org.mkbackup.domain.site;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mkbackup.domain.text.PathPatterns;

/**
 * Which files of a site stay out of its archive.
 *
 * <p>Patterns match the path below the site, see {@link PathPatterns}. A directory that matches is
 * left out with all below it.
 */
public final class Exclusions {

  /** What may be left out on request. */
  public enum Part {
    RRDS,
    AGENTS,
    LOGS
  }

  private static final List<String> ALWAYS =
      List.of(
          ".restore_working_dir/*",
          "var/clickhouse-server/*",
          "tmp/*",
          "*.mk.new*",
          "var/log/.liveproxyd.state.new*",
          "var/check_mk/agents/.files_cache/*",
          "var/check_mk/persisted/*",
          "var/check_mk/persisted_sections/*");

  private static final Map<Part, List<String>> ON_REQUEST =
      Map.of(
          Part.RRDS,
          List.of(
              "var/pnp4nagios/perfdata/*",
              "var/pnp4nagios/spool/*",
              "var/rrdcached/*",
              "var/pnp4nagios/states/*",
              "var/check_mk/rrd/*"),
          Part.AGENTS,
          List.of("var/check_mk/agents/*"),
          Part.LOGS,
          List.of(
              "var/log/*.log*",
              "var/log/*/*",
              "var/pnp4nagios/log/*",
              "var/pnp4nagios/perfdata.dump",
              "var/nagios/nagios.log",
              // Checkmk has "var/nagios/archive/", which never matches.
              "var/nagios/archive/*",
              "var/mkeventd/history/*",
              "var/check_mk/core/history",
              "var/check_mk/core/archive/*",
              "var/check_mk/inventory_archive/*/*",
              "var/check_mk/wato/snapshots/*.tar"));

  private final PathPatterns patterns;

  private Exclusions(PathPatterns patterns) {
    this.patterns = patterns;
  }

  /** What is always left out, and the given parts. */
  public static Exclusions without(Set<Part> parts) {
    List<String> patterns = new ArrayList<>(ALWAYS);
    parts.forEach(part -> patterns.addAll(ON_REQUEST.getOrDefault(part, List.of())));
    return new Exclusions(PathPatterns.of(patterns));
  }

  /** What {@code --no-past} and a job's {@code no_history} leave out. */
  public static Set<Part> past() {
    return EnumSet.allOf(Part.class);
  }

  /**
   * Whether a file stays out.
   *
   * @param path below the site, without a leading slash; a raw name, see {@link
   *     org.mkbackup.domain.text.RawName}
   */
  public boolean matches(String path) {
    return patterns.matches(path);
  }
}
