package org.mkbackup.domain.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.site.Exclusions.Part;

/** Compared with {@code fnmatch} as Python defines it, by way of a regular expression. */
class ExclusionsTest {
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
  private static final Map<Part, List<String>> PARTS =
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
              "var/nagios/archive/*",
              "var/mkeventd/history/*",
              "var/check_mk/core/history",
              "var/check_mk/core/archive/*",
              "var/check_mk/inventory_archive/*/*",
              "var/check_mk/wato/snapshots/*.tar"));

  private static List<String> patterns(Set<Part> parts) {
    List<String> patterns = new ArrayList<>(ALWAYS);
    parts.forEach(part -> patterns.addAll(PARTS.getOrDefault(part, List.of())));
    return patterns;
  }

  private static boolean fnmatch(String path, String pattern) {
    String regex =
        Arrays.stream(pattern.split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    return Pattern.compile(regex, Pattern.DOTALL).matcher(path).matches();
  }

  /* Paths that match a pattern, or nearly. */
  @Provide
  Arbitrary<String> paths() {
    Arbitrary<String> filling =
        Arbitraries.of(
                "", "a", "/", ".", ".log", ".mk.new", ".tar", "\n", "\u00fc", "*", "var/log/")
            .list()
            .ofMaxSize(3)
            .map(parts -> String.join("", parts));
    Arbitrary<String> shapes = Arbitraries.of(patterns(EnumSet.allOf(Part.class)));
    return shapes.flatMap(
        shape ->
            filling
                .list()
                .ofSize(4)
                .flatMap(
                    fillings -> {
                      String filled = shape;
                      for (String text : fillings.subList(0, 2)) {
                        filled = filled.replaceFirst("\\*", text.replace("*", "x"));
                      }
                      String path = filled;
                      return Arbitraries.of(
                          path,
                          fillings.get(2) + path,
                          path + fillings.get(3),
                          path.substring(0, path.length() / 2),
                          path.isEmpty() ? path : path.substring(1));
                    }));
  }

  @Property(tries = 2000)
  void matchesAsFnmatchDoes(@ForAll("paths") String path, @ForAll Set<Part> parts) {
    boolean expected = patterns(parts).stream().anyMatch(pattern -> fnmatch(path, pattern));
    assertEquals(expected, Exclusions.without(parts).matches(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tmp/run/live", "etc/x.mk.new123", ".restore_working_dir/mkbackup.lock"})
  void someFilesNeverGoIntoAnArchive(String path) {
    assertTrue(Exclusions.without(Set.of()).matches(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tmp",
        "var",
        "var/log/cmc.log",
        "var/check_mk/agents/x",
        "etc/tmp/x",
        "var/rrdcached/x"
      })
  void othersDoUnlessItIsAskedFor(String path) {
    assertFalse(Exclusions.without(Set.of()).matches(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"var/log/cmc.log", "var/check_mk/agents/x", "var/nagios/archive/x.log"})
  void thePastIsRrdsLogsAndAgents(String path) {
    assertTrue(Exclusions.without(Exclusions.past()).matches(path));
  }
}
