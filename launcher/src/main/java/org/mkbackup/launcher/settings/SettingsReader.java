package org.mkbackup.launcher.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.mkbackup.application.job.Encryption;
import org.mkbackup.application.job.JobMention;
import org.mkbackup.application.job.Limits;
import org.mkbackup.application.job.Settings;
import org.mkbackup.application.site.SiteEngine;
import org.mkbackup.domain.appliance.ApplianceCommands;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.key.SealFormat;
import org.mkbackup.domain.port.LogSink;
import org.mkbackup.domain.site.Compression;

/**
 * Reads the settings: {@code reference.conf} has every key with its default, {@code
 * /etc/mkbackup/mkbackup.conf} and then the site's {@code etc/mkbackup/mkbackup.conf} override.
 */
public final class SettingsReader {
  private static final long LEAST_LOG = 64 << 10;
  private static final int MOST_LOGS = 99;
  private static final long LEAST_BANDWIDTH = 1024;
  private static final Duration LEAST_STALL = Duration.ofSeconds(1);
  private static final Duration MOST_STALL = Duration.ofDays(7);
  private static final String TRUTH = "true or false";

  /* The digests are the limit before, and each thread has buffers of its own. */
  private static final int MOST_THREADS = 64;
  private static final int MOST_THREADS_BY_ITSELF = 16;

  /* Half a hundredth larger than 9, in half of the time. */
  private static final int BEST = 6;

  private static final Map<String, Integer> LEVELS =
      Map.of("fast", 1, "default", Compression.USUAL_LEVEL, "best", BEST);

  private final Host host;
  private final int processors;

  /**
   * Reads for a host.
   *
   * @param processors how many the machine has
   */
  public SettingsReader(Host host, int processors) {
    this.host = host;
    this.processors = processors;
  }

  /**
   * The settings in force.
   *
   * @throws ConfigurationException with the file and the line, if one makes no sense
   */
  public Settings read() {
    Config reference = ConfigFactory.parseResources(SettingsReader.class, "/reference.conf");
    Config merged = reference;
    List<JobMention> mentions = new ArrayList<>();
    try {
      for (Path file : files()) {
        // One that can't be seen is not passed over: without it, fewer backups may be kept.
        if (!Files.notExists(file)) {
          RootsFile.require(file);
          Config own = parse(file);
          KnownKeys.require(file, own, reference);
          mentions.addAll(mentions(own, file.equals(ofMachine())));
          merged = own.withFallback(merged);
        }
      }
      return read(new Values(merged.resolve(ConfigResolveOptions.noSystem())), mentions);
    } catch (ConfigException e) {
      throw new ConfigurationException(
          "The settings can't be read: " + place(e),
          "Correct it there: settings are written as 'key = value' and 'group { key = value }'",
          e);
    }
  }

  private static String place(ConfigException e) {
    String message = String.valueOf(e.getMessage());
    return e.origin() == null
        ? message
        : message.replace(e.origin().description(), Values.place(e.origin()));
  }

  private static List<JobMention> mentions(Config own, boolean ofMachine) {
    return own.hasPath("jobs")
        ? own.getObject("jobs").entrySet().stream()
            .map(
                job ->
                    new JobMention(
                        new JobId(job.getKey()), Values.place(job.getValue().origin()), ofMachine))
            .toList()
        : List.of();
  }

  private Settings read(Values settings, List<JobMention> mentions) {
    return new Settings(
        format(settings),
        level(settings),
        engine(settings),
        new Limits(threads(settings), bandwidth(settings), idle(settings), stalled(settings)),
        log(settings),
        siteEngine(settings),
        encryption(settings),
        appliance(settings),
        JobSettingsReader.read(settings),
        JobSettingsReader.readJobs(settings),
        mentions);
  }

  private Path ofMachine() {
    return host.path("/etc/mkbackup/mkbackup.conf");
  }

  private List<Path> files() {
    List<Path> files = new ArrayList<>();
    files.add(ofMachine());
    host.ownSite().ifPresent(own -> files.add(own.home().resolve("etc/mkbackup/mkbackup.conf")));
    return files;
  }

  private static Config parse(Path file) {
    return ConfigFactory.parseFile(
        file.toFile(), ConfigParseOptions.defaults().setAllowMissing(false));
  }

  private static Compression.Format format(Values settings) {
    String key = "compression.format";
    String legal = "gzip, zstd, none";
    return switch (settings.read(key, legal, Config::getString)) {
      case "gzip" -> Compression.Format.GZIP;
      case "none" -> Compression.Format.NONE;
      case "zstd" -> zstd(settings);
      default -> throw settings.wrong(key, legal);
    };
  }

  private static Compression.Format zstd(Values settings) {
    if (settings.read("compression.without-stock", TRUTH, Config::getBoolean)) {
      return Compression.Format.ZSTD;
    }
    throw new ConfigurationException(
        Values.place(settings.settings().getValue("compression.format").origin())
            + ": compression.format is 'zstd', which Checkmk's own tools can't restore",
        "If that doesn't matter, set compression.without-stock = true, too");
  }

  private static int level(Values settings) {
    String legal = "fast, default, best, or 1 to 9";
    String level = settings.read("compression.level", legal, Config::getString);
    if (LEVELS.containsKey(level)) {
      return LEVELS.get(level);
    }
    if (level.matches("[1-9]")) {
      return Integer.parseInt(level);
    }
    throw settings.wrong("compression.level", legal);
  }

  /* Which engines there are is for those to say who load them. */
  private static String engine(Values settings) {
    return settings.read("compression.engine", "auto, isal, jdk", Config::getString);
  }

  private int threads(Values settings) {
    String legal = "auto, or a number from 1 to " + MOST_THREADS;
    String threads = settings.read("limits.threads", legal, Config::getString);
    if (threads.equals("auto")) {
      return Math.min(processors, MOST_THREADS_BY_ITSELF);
    }
    if (threads.matches("[1-9][0-9]?") && Integer.parseInt(threads) <= MOST_THREADS) {
      return Integer.parseInt(threads);
    }
    throw settings.wrong("limits.threads", legal);
  }

  private static LogSink.Rotation log(Values settings) {
    String size = "64 KiB or more";
    long bytes = settings.read("log.max-size", size, Config::getBytes);
    if (bytes < LEAST_LOG) {
      throw settings.wrong("log.max-size", size);
    }
    String number = "1 to " + MOST_LOGS;
    int kept = settings.read("log.keep", number, Config::getInt);
    if (kept < 1 || kept > MOST_LOGS) {
      throw settings.wrong("log.keep", number);
    }
    return new LogSink.Rotation(bytes, kept);
  }

  private static SiteEngine siteEngine(Values settings) {
    String legal = "builtin, omd or auto";
    String engine = settings.read("site-engine", legal, Config::getString);
    for (SiteEngine known : SiteEngine.values()) {
      if (known.name().toLowerCase(Locale.ROOT).equals(engine)) {
        return known;
      }
    }
    throw settings.wrong("site-engine", legal);
  }

  private static Encryption encryption(Values settings) {
    String legal = "checkmk or age";
    SealFormat format =
        SealFormat.ofId(settings.read("encryption.format", legal, Config::getString))
            .orElseThrow(() -> settings.wrong("encryption.format", legal));
    return new Encryption(
        format,
        settings.read("encryption.recipients", "a list: [age1…]", Config::getStringList),
        settings.read("encryption.require-mac", TRUTH, Config::getBoolean));
  }

  private static ApplianceCommands appliance(Values settings) {
    Map<ApplianceCommands.Step, List<String>> lines = new EnumMap<>(ApplianceCommands.Step.class);
    for (ApplianceCommands.Step step : ApplianceCommands.Step.values()) {
      String legal = "a program and its arguments: [systemctl, reboot]";
      lines.put(step, settings.read("appliance." + step.key(), legal, Config::getStringList));
    }
    return new ApplianceCommands(lines);
  }

  private static OptionalLong bandwidth(Values settings) {
    String key = "limits.bandwidth";
    String legal = "unlimited, or a size of 1 KiB or more: 20 MiB";
    if (settings.read(key, legal, Config::getString).equals("unlimited")) {
      return OptionalLong.empty();
    }
    long bytes = settings.read(key, legal, Config::getBytes);
    if (bytes < LEAST_BANDWIDTH) {
      throw settings.wrong(key, legal);
    }
    return OptionalLong.of(bytes);
  }

  private static boolean idle(Values settings) {
    String legal = "idle, normal";
    return switch (settings.read("limits.priority", legal, Config::getString)) {
      case "idle" -> true;
      case "normal" -> false;
      default -> throw settings.wrong("limits.priority", legal);
    };
  }

  private static Optional<Duration> stalled(Values settings) {
    String key = "limits.stalled";
    String legal = "never, or a time from 1 second to 7 days: 30 minutes";
    if (settings.read(key, legal, Config::getString).equals("never")) {
      return Optional.empty();
    }
    Duration time = settings.read(key, legal, Config::getDuration);
    if (time.compareTo(LEAST_STALL) < 0 || time.compareTo(MOST_STALL) > 0) {
      throw settings.wrong(key, legal);
    }
    return Optional.of(time);
  }
}
