package org.mkbackup.launcher.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.text.EditDistance;

/** The keys that there are: those of {@code reference.conf}, some of them for one job, too. */
final class KnownKeys {
  private static final String JOBS = "jobs";

  /* What begins with one of these may be set for one job. */
  private static final Set<String> OF_ONE_JOB = Set.of("retention", "hooks", "notify", "check");

  /* In a word that was meant to be another one. */
  private static final int SLIPS = 2;

  private KnownKeys() {}

  /** Refuses a key that isn't known, naming the one that was meant if there is one. */
  static void require(Path file, Config own, Config reference) {
    if (own.root().get(JOBS) instanceof ConfigObject jobs) {
      jobs.forEach(
          (id, ofJob) -> requireJobId(file + ":" + ofJob.origin().lineNumber() + ": ", id));
    }
    for (var entry : own.entrySet()) {
      String key = entry.getKey();
      String place = file + ":" + entry.getValue().origin().lineNumber() + ": ";
      List<String> words = ConfigUtil.splitPath(key);
      boolean ofJob = words.get(0).equals(JOBS);
      String common = ofJob ? join(words.subList(Math.min(2, words.size()), words.size())) : key;
      boolean known = common.isEmpty() || reference.hasPath(common);
      if (!known) {
        throw new ConfigurationException(
            place + "unknown setting '" + key + "'", meant(key, words, ofJob, reference));
      }
      if (ofJob && !common.isEmpty() && !isOfOneJob(common)) {
        throw new ConfigurationException(
            place + "'" + common + "' can't be set for one job only",
            "Set " + common + " for all jobs, or leave it out");
      }
      if (isResolved(entry.getValue()) && (common.isEmpty() || isGroup(common, reference))) {
        throw new ConfigurationException(
            place + key + " is '" + entry.getValue().unwrapped() + "'",
            "It is a group of settings, such as " + example(key, words, common, reference));
      }
    }
  }

  /* What stands for the value of another key may well be a group. */
  private static boolean isResolved(ConfigValue value) {
    try {
      return value.valueType() != null;
    } catch (ConfigException.NotResolved e) {
      return false;
    }
  }

  private static boolean isGroup(String key, Config reference) {
    return reference.getValue(key).valueType() == ConfigValueType.OBJECT;
  }

  private static String example(String key, List<String> words, String common, Config reference) {
    if (common.isEmpty()) {
      return key + (words.size() == 1 ? ".JOB" : "") + ".retention.keep-last";
    }
    return reference.getConfig(common).entrySet().stream()
        .map(inner -> key + "." + inner.getKey())
        .min(Comparator.naturalOrder())
        .orElse(key);
  }

  private static boolean isOfOneJob(String key) {
    return OF_ONE_JOB.stream().anyMatch(known -> (key + ".").startsWith(known + "."));
  }

  private static void requireJobId(String place, String id) {
    try {
      new JobId(id);
    } catch (RuntimeException illegal) {
      throw new ConfigurationException(
          place + "'" + id + "' is not the id of a job",
          "'mkbackup jobs' shows those there are",
          illegal);
    }
  }

  /* What is far from all that there is gets no proposal, which would only mislead. */
  private static String meant(String key, List<String> words, boolean ofJob, Config reference) {
    Stream<String> known = reference.entrySet().stream().map(Map.Entry::getKey);
    if (ofJob) {
      String job = join(words.subList(0, 2));
      known = known.filter(KnownKeys::isOfOneJob).map(common -> job + "." + common);
    }
    return known
        .filter(each -> isNear(each, key))
        .min(
            Comparator.<String, Boolean>comparing(each -> !lastWord(each).equals(lastWord(key)))
                .thenComparing(each -> EditDistance.between(each, key))
                .thenComparing(Comparator.naturalOrder()))
        .map(nearest -> "Did you mean '" + nearest + "'?")
        .orElseGet(() -> ofJob ? "For one job there are: " + groups(OF_ONE_JOB) : all(reference));
  }

  private static boolean isNear(String known, String key) {
    String last = lastWord(key);
    return lastWord(known).startsWith(last)
        || EditDistance.between(lastWord(known), last) <= Math.min(SLIPS, last.length() / 3)
        || EditDistance.between(known, key) <= SLIPS;
  }

  private static String all(Config reference) {
    return "There are: " + groups(reference.root().keySet());
  }

  private static String groups(Set<String> names) {
    return String.join(", ", new TreeSet<>(names));
  }

  private static String lastWord(String key) {
    return key.substring(key.lastIndexOf('.') + 1);
  }

  private static String join(List<String> words) {
    return words.isEmpty() ? "" : ConfigUtil.joinPath(words);
  }
}
