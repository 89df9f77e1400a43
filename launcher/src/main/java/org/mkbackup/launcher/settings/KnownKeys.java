package org.mkbackup.launcher.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigUtil;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.text.EditDistance;

/** The keys that there are: those of {@code reference.conf}, some of them for one job, too. */
final class KnownKeys {
  private static final String JOBS = "jobs";

  /* What begins with one of these may be set for one job. */
  private static final Set<String> OF_ONE_JOB = Set.of("retention", "hooks", "notify", "check");

  private KnownKeys() {}

  /** Refuses a key that isn't known, naming the nearest one that is. */
  static void require(Path file, Config own, Config reference) {
    for (var entry : own.entrySet()) {
      String key = entry.getKey();
      List<String> words = ConfigUtil.splitPath(key);
      boolean ofJob = words.get(0).equals(JOBS);
      String common = ofJob ? join(words.subList(Math.min(2, words.size()), words.size())) : key;
      boolean known = !common.isEmpty() && reference.hasPath(common);
      if (!known || (ofJob && !isOfOneJob(common))) {
        throw new ConfigurationException(
            file + ":" + entry.getValue().origin().lineNumber() + ": unknown setting '" + key + "'",
            "Did you mean '" + nearest(key, words, ofJob, reference) + "'?");
      }
      if (ofJob) {
        requireJobId(file, entry.getValue().origin().lineNumber(), words.get(1));
      }
    }
  }

  private static boolean isOfOneJob(String key) {
    return OF_ONE_JOB.stream().anyMatch(known -> (key + ".").startsWith(known + "."));
  }

  private static void requireJobId(Path file, int line, String id) {
    try {
      new JobId(id);
    } catch (RuntimeException illegal) {
      throw new ConfigurationException(
          file + ":" + line + ": '" + id + "' is not the id of a job",
          "'mkbackup jobs' shows those there are",
          illegal);
    }
  }

  private static String nearest(String key, List<String> words, boolean ofJob, Config reference) {
    Stream<String> known = reference.entrySet().stream().map(Map.Entry::getKey);
    if (ofJob) {
      String job = words.size() > 1 ? join(words.subList(0, 2)) : JOBS + ".JOB";
      known = known.filter(KnownKeys::isOfOneJob).map(common -> job + "." + common);
    }
    return known
        .min(
            Comparator.<String, Boolean>comparing(each -> !lastWord(each).equals(lastWord(key)))
                .thenComparing(each -> EditDistance.between(each, key))
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  private static String lastWord(String key) {
    return key.substring(key.lastIndexOf('.') + 1);
  }

  private static String join(List<String> words) {
    return words.isEmpty() ? "" : ConfigUtil.joinPath(words);
  }
}
