package org.mkbackup.launcher.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mkbackup.application.hook.Hooks;

/** Reads which programs are told of runs. */
final class HooksReader {
  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofDays(1);

  private final Config settings;

  HooksReader(Config settings) {
    this.settings = settings;
  }

  Hooks read() {
    List<List<String>> notify = programs("notify");
    if (notify.size() > 1) {
      throw SettingsReader.wrongValue(settings, "notify", "one program with its arguments");
    }
    Duration timeout = settings.getDuration("hooks.timeout");
    if (timeout.compareTo(LEAST) < 0 || timeout.compareTo(MOST) > 0) {
      throw SettingsReader.wrongValue(settings, "hooks.timeout", "1 second to 1 day");
    }
    return new Hooks(
        programs("hooks.before"),
        programs("hooks.after"),
        notify.isEmpty() ? List.of() : notify.get(0),
        timeout);
  }

  /* A list of programs with their arguments, or one of them. */
  private List<List<String>> programs(String key) {
    ConfigList list = settings.getList(key);
    if (list.isEmpty()) {
      return List.of();
    }
    boolean isOne = list.stream().noneMatch(each -> each.valueType() == ConfigValueType.LIST);
    if (isOne) {
      return List.of(words(key, list));
    }
    List<List<String>> programs = new ArrayList<>();
    for (ConfigValue each : list) {
      if (!(each instanceof ConfigList words)) {
        throw wrong(key);
      }
      programs.add(words(key, words));
    }
    return programs;
  }

  private List<String> words(String key, ConfigList list) {
    List<String> words = new ArrayList<>();
    for (ConfigValue each : list) {
      if (each.valueType() != ConfigValueType.STRING
          && each.valueType() != ConfigValueType.NUMBER) {
        throw wrong(key);
      }
      words.add(String.valueOf(each.unwrapped()));
    }
    boolean isProgram = !words.isEmpty() && words.get(0).startsWith("/");
    if (!isProgram || words.stream().anyMatch(word -> word.indexOf(0) >= 0)) {
      throw wrong(key);
    }
    return words;
  }

  private RuntimeException wrong(String key) {
    return SettingsReader.wrongValue(
        settings, key, "programs by their absolute paths: [[/usr/bin/logger, Backup]]");
  }
}
