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
import org.mkbackup.application.job.Limits;
import org.mkbackup.application.job.Settings;
import org.mkbackup.application.site.SiteEngine;
import org.mkbackup.domain.appliance.ApplianceCommands;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.host.Host;
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
    for (Path file : files()) {
      // One that can't be seen is not passed over: without it, fewer backups may be kept.
      if (!Files.notExists(file)) {
        RootsFile.require(file);
        Config own = parse(file);
        KnownKeys.require(file, own, reference);
        merged = own.withFallback(merged);
      }
    }
    try {
      Config settings = merged.resolve(ConfigResolveOptions.noSystem());
      return new Settings(
          format(settings),
          level(settings),
          settings.getString("compression.engine"),
          new Limits(threads(settings), bandwidth(settings), idle(settings), stalled(settings)),
          log(settings),
          siteEngine(settings),
          encryption(settings),
          appliance(settings),
          JobSettingsReader.read(settings),
          JobSettingsReader.readJobs(settings));
    } catch (ConfigException e) {
      throw wrong(e);
    }
  }

  private List<Path> files() {
    List<Path> files = new ArrayList<>();
    files.add(host.path("/etc/mkbackup/mkbackup.conf"));
    host.ownSite().ifPresent(own -> files.add(own.home().resolve("etc/mkbackup/mkbackup.conf")));
    return files;
  }

  private static Config parse(Path file) {
    try {
      return ConfigFactory.parseFile(
          file.toFile(), ConfigParseOptions.defaults().setAllowMissing(false));
    } catch (ConfigException e) {
      throw wrong(e);
    }
  }

  private static Compression.Format format(Config settings) {
    String format = settings.getString("compression.format");
    return switch (format) {
      case "gzip" -> Compression.Format.GZIP;
      case "none" -> Compression.Format.NONE;
      case "zstd" -> zstd(settings);
      default -> throw wrongValue(settings, "compression.format", "gzip, zstd, none");
    };
  }

  private static Compression.Format zstd(Config settings) {
    if (settings.getBoolean("compression.without-stock")) {
      return Compression.Format.ZSTD;
    }
    throw new ConfigurationException(
        settings.getValue("compression.format").origin().description()
            + ": compression.format is 'zstd', which Checkmk's own tools can't restore",
        "If that doesn't matter, set compression.without-stock = true, too");
  }

  private static int level(Config settings) {
    String level = settings.getString("compression.level");
    if (LEVELS.containsKey(level)) {
      return LEVELS.get(level);
    }
    if (level.matches("[1-9]")) {
      return Integer.parseInt(level);
    }
    throw wrongValue(settings, "compression.level", "fast, default, best, or 1 to 9");
  }

  private int threads(Config settings) {
    String threads = settings.getString("limits.threads");
    if (threads.equals("auto")) {
      return Math.min(processors, MOST_THREADS_BY_ITSELF);
    }
    if (threads.matches("[1-9][0-9]?") && Integer.parseInt(threads) <= MOST_THREADS) {
      return Integer.parseInt(threads);
    }
    throw wrongValue(settings, "limits.threads", "auto, or a number from 1 to " + MOST_THREADS);
  }

  private static LogSink.Rotation log(Config settings) {
    long bytes = settings.getBytes("log.max-size");
    if (bytes < LEAST_LOG) {
      throw wrongValue(settings, "log.max-size", "64 KiB or more");
    }
    int kept = settings.getInt("log.keep");
    if (kept < 1 || kept > MOST_LOGS) {
      throw wrongValue(settings, "log.keep", "1 to " + MOST_LOGS);
    }
    return new LogSink.Rotation(bytes, kept);
  }

  private static SiteEngine siteEngine(Config settings) {
    String engine = settings.getString("site-engine");
    for (SiteEngine known : SiteEngine.values()) {
      if (known.name().toLowerCase(Locale.ROOT).equals(engine)) {
        return known;
      }
    }
    throw wrongValue(settings, "site-engine", "builtin, omd or auto");
  }

  private static Encryption encryption(Config settings) {
    SealFormat format =
        SealFormat.ofId(settings.getString("encryption.format"))
            .orElseThrow(() -> wrongValue(settings, "encryption.format", "checkmk or age"));
    return new Encryption(
        format,
        settings.getStringList("encryption.recipients"),
        settings.getBoolean("encryption.require-mac"));
  }

  private static ApplianceCommands appliance(Config settings) {
    Map<ApplianceCommands.Step, List<String>> lines = new EnumMap<>(ApplianceCommands.Step.class);
    for (ApplianceCommands.Step step : ApplianceCommands.Step.values()) {
      lines.put(step, settings.getStringList("appliance." + step.key()));
    }
    return new ApplianceCommands(lines);
  }

  private static OptionalLong bandwidth(Config settings) {
    if (settings.getString("limits.bandwidth").equals("unlimited")) {
      return OptionalLong.empty();
    }
    long bytes = settings.getBytes("limits.bandwidth");
    if (bytes < LEAST_BANDWIDTH) {
      throw wrongValue(
          settings, "limits.bandwidth", "unlimited, or a size of 1 KiB or more: 20 MiB");
    }
    return OptionalLong.of(bytes);
  }

  private static boolean idle(Config settings) {
    String priority = settings.getString("limits.priority");
    return switch (priority) {
      case "idle" -> true;
      case "normal" -> false;
      default -> throw wrongValue(settings, "limits.priority", "idle, normal");
    };
  }

  private static Optional<Duration> stalled(Config settings) {
    String key = "limits.stalled";
    if (settings.getString(key).equals("never")) {
      return Optional.empty();
    }
    try {
      Duration time = settings.getDuration(key);
      if (time.compareTo(LEAST_STALL) >= 0 && time.compareTo(MOST_STALL) <= 0) {
        return Optional.of(time);
      }
    } catch (ConfigException.BadValue noTime) {
      // Told below, like one that makes no sense.
    }
    throw wrongValue(settings, key, "never, or a time from 1 second to 7 days: 30 minutes");
  }

  static ConfigurationException wrongValue(Config settings, String key, String legal) {
    var value = settings.getValue(key);
    return new ConfigurationException(
        value.origin().description() + ": " + key + " is '" + value.unwrapped() + "'",
        "Legal is: " + legal);
  }

  private static ConfigurationException wrong(ConfigException e) {
    return new ConfigurationException("The settings can't be read: " + e.getMessage(), "", e);
  }
}
