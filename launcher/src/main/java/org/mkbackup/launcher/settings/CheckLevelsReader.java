package org.mkbackup.launcher.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mkbackup.domain.job.CheckLevels;

/** Reads the levels of a job's service. */
final class CheckLevelsReader {
  private static final Pattern PERCENT = Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,3})?) *%");

  private final Config settings;

  CheckLevelsReader(Config settings) {
    this.settings = settings;
  }

  CheckLevels read() {
    return new CheckLevels(
        new CheckLevels.Levels(time("check.age.warn", true), time("check.age.crit", true)),
        new CheckLevels.Levels(
            time("check.duration.warn", false), time("check.duration.crit", false)),
        new CheckLevels.Levels(
            percent("check.size-change.warn"), percent("check.size-change.crit")));
  }

  private CheckLevels.Level time(String key, boolean mayBeAutomatic) {
    String text = settings.getString(key);
    if (text.equals("never")) {
      return new CheckLevels.Never();
    }
    if (mayBeAutomatic && text.equals("auto")) {
      return new CheckLevels.Automatic();
    }
    try {
      Duration time = settings.getDuration(key);
      if (!time.isNegative() && !time.isZero()) {
        return new CheckLevels.At(time.toSeconds());
      }
    } catch (ConfigException.BadValue noTime) {
      // Told below, like one that makes no sense.
    }
    throw SettingsReader.wrongValue(
        settings, key, (mayBeAutomatic ? "auto, never" : "never") + ", or a time: 26 hours");
  }

  private CheckLevels.Level percent(String key) {
    String text = settings.getString(key);
    if (text.equals("never")) {
      return new CheckLevels.Never();
    }
    Matcher percent = PERCENT.matcher(text);
    if (percent.matches()) {
      return new CheckLevels.At(Double.parseDouble(percent.group(1)));
    }
    throw SettingsReader.wrongValue(settings, key, "never, or a percentage: 50%");
  }
}
