package org.mkbackup.launcher.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.util.function.BiFunction;
import org.mkbackup.domain.failure.ConfigurationException;

/**
 * The values of settings, whose refusals name their places and whole keys.
 *
 * @param settings all that is in force
 * @param own what is set for one job; empty if this is not about one
 * @param prefix what precedes the keys of those
 */
record Values(Config settings, Config own, String prefix) {

  /** Those of all jobs. */
  Values(Config settings) {
    this(settings, ConfigFactory.empty(), "");
  }

  /** Those of one job, which has some of its own. */
  Values ofJob(String id) {
    String path = ConfigUtil.joinPath("jobs", id);
    Config ofJob = settings.getConfig(path);
    return new Values(ofJob.withFallback(settings), ofJob, path + ".");
  }

  /**
   * A value as it is read; one that can't be is refused.
   *
   * @param legal what would make sense
   */
  <T> T read(String key, String legal, BiFunction<Config, String, T> reading) {
    try {
      return reading.apply(settings, key);
    } catch (ConfigException.Missing | ConfigException.WrongType | ConfigException.BadValue e) {
      throw wrong(key, legal);
    }
  }

  /** What to say of a value that makes no sense. */
  ConfigurationException wrong(String key, String legal) {
    ConfigValue value = found(key);
    return new ConfigurationException(
        place(value.origin()) + ": " + name(key) + " is '" + value.unwrapped() + "'",
        "Legal is: " + legal);
  }

  /** Whether a value is somebody's own, and not the default. */
  boolean isChanged(String key) {
    return found(key).origin().resource() == null;
  }

  /** A key as it stands in the file. */
  String name(String key) {
    return own.hasPathOrNull(key) ? prefix + key : key;
  }

  /* The value, or what stands where there should be one. */
  private ConfigValue found(String key) {
    ConfigValue found = settings.root();
    for (String word : ConfigUtil.splitPath(key)) {
      if (found instanceof ConfigObject object && object.containsKey(word)) {
        found = object.get(word);
      }
    }
    return found;
  }

  /** The file and the line that something stands in. */
  static String place(ConfigOrigin origin) {
    return origin.filename() == null
        ? origin.description()
        : origin.filename() + ":" + origin.lineNumber();
  }
}
