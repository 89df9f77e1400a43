package org.mkbackup.launcher.settings;

import com.typesafe.config.Config;
import java.time.Duration;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mkbackup.domain.job.CheckLevels;

/** Reads the levels of a job's service. */
final class CheckLevelsReader {
  private static final Pattern PERCENT = Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,3})?) *%");

  private final Values settings;

  CheckLevelsReader(Values settings) {
    this.settings = settings;
  }

  CheckLevels read() {
    return new CheckLevels(
        levels("check.age", key -> time(key, true)),
        levels("check.duration", key -> time(key, false)),
        levels("check.size-change", this::percent));
  }

  private CheckLevels.Levels levels(String key, Function<String, CheckLevels.Level> reading) {
    String warn = key + ".warn";
    String crit = key + ".crit";
    CheckLevels.Levels levels = new CheckLevels.Levels(reading.apply(warn), reading.apply(crit));
    if (levels.warn() instanceof CheckLevels.At low
        && levels.crit() instanceof CheckLevels.At high
        && high.value() < low.value()
        && settings.isChanged(warn)) {
      String least = settings.read(warn, "", Config::getString);
      throw settings.wrong(
          crit, "'" + least + "' or more, which is " + settings.name(warn) + "; or never");
    }
    return levels;
  }

  private CheckLevels.Level time(String key, boolean mayBeAutomatic) {
    String legal = (mayBeAutomatic ? "auto, never" : "never") + ", or a time: 26 hours";
    String text = settings.read(key, legal, Config::getString);
    if (text.equals("never")) {
      return new CheckLevels.Never();
    }
    if (mayBeAutomatic && text.equals("auto")) {
      return new CheckLevels.Automatic();
    }
    Duration time = settings.read(key, legal, Config::getDuration);
    if (time.isNegative() || time.isZero()) {
      throw settings.wrong(key, legal);
    }
    return new CheckLevels.At(time.toSeconds());
  }

  private CheckLevels.Level percent(String key) {
    String legal = "never, or a percentage: 50%";
    String text = settings.read(key, legal, Config::getString);
    if (text.equals("never")) {
      return new CheckLevels.Never();
    }
    Matcher percent = PERCENT.matcher(text);
    if (percent.matches()) {
      return new CheckLevels.At(Double.parseDouble(percent.group(1)));
    }
    throw settings.wrong(key, legal);
  }
}
