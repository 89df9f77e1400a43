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

  private static final String PROGRAMS =
      "programs by their absolute paths: [[/usr/bin/logger, Backup]]";
  private static final String ONE_PROGRAM =
      "one program by its absolute path, with its arguments: [/usr/bin/logger, Failed]";

  private final Values settings;

  HooksReader(Values settings) {
    this.settings = settings;
  }

  Hooks read() {
    List<List<String>> notify = programs("notify", ONE_PROGRAM);
    if (notify.size() > 1) {
      throw settings.wrong("notify", ONE_PROGRAM);
    }
    String legal = "1 second to 1 day: 5 minutes";
    Duration timeout = settings.read("hooks.timeout", legal, Config::getDuration);
    if (timeout.compareTo(LEAST) < 0 || timeout.compareTo(MOST) > 0) {
      throw settings.wrong("hooks.timeout", legal);
    }
    return new Hooks(
        programs("hooks.before", PROGRAMS),
        programs("hooks.after", PROGRAMS),
        notify.isEmpty() ? List.of() : notify.get(0),
        timeout);
  }

  /* A list of programs with their arguments, or one of them. */
  private List<List<String>> programs(String key, String legal) {
    ConfigList list = settings.read(key, legal, Config::getList);
    if (list.isEmpty()) {
      return List.of();
    }
    boolean isOne = list.stream().noneMatch(each -> each.valueType() == ConfigValueType.LIST);
    if (isOne) {
      return List.of(words(key, list, legal));
    }
    List<List<String>> programs = new ArrayList<>();
    for (ConfigValue each : list) {
      if (!(each instanceof ConfigList words)) {
        throw settings.wrong(key, legal);
      }
      programs.add(words(key, words, legal));
    }
    return programs;
  }

  private List<String> words(String key, ConfigList list, String legal) {
    List<String> words = new ArrayList<>();
    for (ConfigValue each : list) {
      if (each.valueType() != ConfigValueType.STRING
          && each.valueType() != ConfigValueType.NUMBER) {
        throw settings.wrong(key, legal);
      }
      words.add(String.valueOf(each.unwrapped()));
    }
    boolean isProgram = !words.isEmpty() && words.get(0).startsWith("/");
    if (!isProgram || words.stream().anyMatch(word -> word.indexOf(0) >= 0)) {
      throw settings.wrong(key, legal);
    }
    return words;
  }
}
