package org.mkbackup.launcher.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.application.job.Encryption;
import org.mkbackup.application.job.JobMention;
import org.mkbackup.application.job.Limits;
import org.mkbackup.application.job.Settings;
import org.mkbackup.application.site.SiteEngine;
import org.mkbackup.domain.appliance.ApplianceCommands;
import org.mkbackup.domain.backup.RetentionPolicy;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.key.SealFormat;
import org.mkbackup.domain.port.LogSink;
import org.mkbackup.domain.site.Compression;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;

class SettingsReaderTest {
  private static final String SYSTEM = "etc/mkbackup/mkbackup.conf";
  private static final String SITE = "omd/sites/heute/etc/mkbackup/mkbackup.conf";

  @TempDir Path root;

  @Test
  void withoutFilesTheDefaultsHold() {
    Settings settings = read();

    assertEquals(Compression.USUAL_LEVEL, settings.level());
    assertEquals(Settings.ANY_ENGINE, settings.compressionEngine());
    assertEquals(
        new Limits(3, OptionalLong.empty(), true, Optional.of(Limits.USUAL_STALL)),
        settings.limits());
    assertEquals(new LogSink.Rotation(10 << 20, 5), settings.log());
    assertEquals(SiteEngine.BUILTIN, settings.siteEngine());
    assertEquals(RetentionPolicy.NEWEST, settings.of(new JobId("nightly")).retention());
    assertEquals(Encryption.DEFAULT, settings.encryption());
    assertEquals(
        List.of("/omd/versions/2.3.0/lib/cma/post-install"),
        settings.appliance().line(ApplianceCommands.Step.POST_INSTALL, "2.3.0"));
  }

  @Test
  void theSitesFileWinsOverTheSystems() throws IOException {
    write(SYSTEM, "compression.level = fast, limits.threads = 7");
    write(SITE, "compression { level = best }");

    assertEquals(6, read().level());
    assertEquals(7, read().limits().threads());
  }

  @Test
  void anotherFormatHasRecipients() throws IOException {
    write(SITE, "encryption { format = age, recipients = [age1x, \"ssh-rsa AAAA me\"] }");
    assertEquals(
        new Encryption(SealFormat.AGE, List.of("age1x", "ssh-rsa AAAA me"), false),
        read().encryption());

    write(SITE, "encryption.format = pgp");
    assertThrows(ConfigurationException.class, this::read);
  }

  @Test
  void aBandwidthIsASizeInASecond() throws IOException {
    write(SYSTEM, "limits { bandwidth = 20 MiB, priority = normal }");

    assertEquals(
        new Limits(3, OptionalLong.of(20 << 20), false, Optional.of(Limits.USUAL_STALL)),
        read().limits());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bandwidth = 3",
        "bandwidth = much",
        "priority = low",
        "threads = 0",
        "threads = 65"
      })
  void aLimitThatMakesNoSenseIsRefused(String limit) throws IOException {
    write(SITE, "limits." + limit);

    assertThrows(ConfigurationException.class, this::read);
  }

  @Test
  void zstdHasToBeAskedForTwice() throws IOException {
    write(SYSTEM, "compression.format = zstd");
    assertThrows(ConfigurationException.class, this::read);

    write(SITE, "compression.without-stock = true");
    assertEquals(Compression.Format.ZSTD, read().compression(true).format());
    assertEquals(Compression.NONE, read().compression(false));
    assertEquals(Compression.Format.GZIP, read().gzip(true).format());
  }

  @Test
  void noCompressionWinsOverWhatAJobSays() throws IOException {
    write(SYSTEM, "compression.format = none");

    assertEquals(Compression.NONE, read().compression(true));
  }

  @Test
  void anotherCommandTakesThePlaceOfAnAppliances() throws IOException {
    write(SYSTEM, "appliance.reboot = [/sbin/halt, --reboot], site-engine = omd");

    assertEquals(
        List.of("/sbin/halt", "--reboot"), read().appliance().line(ApplianceCommands.Step.REBOOT));
    assertEquals(SiteEngine.OMD, read().siteEngine());
  }

  @Test
  void aCommandIsNoTextForAShell() throws IOException {
    write(SYSTEM, "appliance.reboot = reboot now");
    assertThrows(ConfigurationException.class, this::read);

    write(SYSTEM, "appliance.reboot = []");
    assertThrows(ConfigurationException.class, this::read);
  }

  @Test
  void anUnknownKeyIsRefusedWithLineAndTheNearestKnownOne() throws IOException {
    write(SYSTEM, "# a comment\ncompresion.level = fast");

    ConfigurationException failure = assertThrows(ConfigurationException.class, this::read);

    assertTrue(failure.getMessage().contains(SYSTEM + ":2"), failure.getMessage());
    assertTrue(failure.getMessage().contains("'compression.level'"), failure.getMessage());
  }

  @Test
  void anIllegalValueIsRefusedWithItsPlace() throws IOException {
    write(SITE, "limits.threads = many");

    ConfigurationException failure = assertThrows(ConfigurationException.class, this::read);

    assertTrue(
        failure.getMessage().contains("mkbackup.conf:1: limits.threads"), failure.getMessage());
    assertTrue(failure.getMessage().contains("'many'"), failure.getMessage());
  }

  @Test
  void whatIsNoConfigurationIsRefused() throws IOException {
    write(SITE, "limits {");

    ConfigurationException failure = assertThrows(ConfigurationException.class, this::read);
    assertTrue(failure.getMessage().contains(SITE + ":1: "), failure.getMessage());
    assertTrue(failure.getMessage().contains("'key = value'"), failure.getMessage());
  }

  @Test
  void theJobsThatFilesNameAreKnownWithTheirPlaces() throws IOException {
    write(SYSTEM, "jobs.a.retention.keep-last = 2");
    write(SITE, "\njobs.b { notify = [] }");

    assertEquals(
        List.of(
            new JobMention(new JobId("a"), root.resolve(SYSTEM) + ":1", true),
            new JobMention(new JobId("b"), root.resolve(SITE) + ":2", false)),
        read().mentions());
  }

  private void write(String file, String content) throws IOException {
    Files.createDirectories(root.resolve(file).resolveSibling("."));
    Files.writeString(root.resolve(file), content);
  }

  private Settings read() {
    SiteTree site = new SiteTree(new SiteName("heute"), root.resolve("omd/sites/heute"));
    Host host = new Host(root, Context.SITE, "host", Optional.of(site), Optional.empty());
    return new SettingsReader(host, 3).read();
  }
}
