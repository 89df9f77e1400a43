package org.mkbackup.adapter.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.contract.Fuzzing;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.failure.ArchiveException;

/** An {@code mkbackup.info} of any bytes is a manifest, or refused, in bounded time. */
class ManifestFuzzTest {
  private static final String SITE =
      """
      {"config": {"compress": true, "encrypt": "C0:4E", "schedule": {"timeofday": [[2, 30], null]}},
       "files": [["site-heute.tar.gz.enc", 71811, "1a79a4d60de6718e8e5b326e338ae533"]],
       "finished": 1502657447.534146, "hostname": "klappfel", "job_id": "n\\u00e4", "site_id": "heute",
       "sha256": {"site-heute.tar.gz.enc": "%s"}, "site_version": "2.3.0p1.cee", "size": 71811,
       "type": "Check_MK"}\
      """
          .formatted("ab".repeat(32));
  private static final String APPLIANCE =
      """
      {"config": {}, "files": [], "finished": NaN, "hostname": "a", "job_id": "j", "size": 0,
       "cma_version": "1.7", "type": "Appliance",
       "cma_cluster": {"clustered": true, "partner_name": "b", "is_inactive": false}}\
      """;

  private static final JsonManifestFormat FORMAT = new JsonManifestFormat();

  @Test
  void isReadOrRefused() {
    Fuzzing.of(
            List.of(SITE.getBytes(UTF_8), APPLIANCE.getBytes(UTF_8)),
            "{",
            "}",
            "[",
            "]",
            "\"",
            ":",
            ",",
            "null",
            "true",
            "NaN",
            "-Infinity",
            "1e999",
            "-0",
            "1.5",
            "9223372036854775808",
            "\\ud800",
            "\\u0000",
            "\"files\":",
            "\"finished\":",
            "\"type\":")
        .run(ManifestFuzzTest::read);
  }

  private static void read(byte[] input) {
    try {
      FORMAT.read(input);
    } catch (ArchiveException refused) {
      throw refused;
    } catch (RuntimeException e) {
      throw new AssertionError("not refused as an archive", e);
    }
  }

  /** For a fuzzer that follows what is covered. */
  public static void fuzzerTestOneInput(byte[] input) {
    try {
      BackupManifest manifest = FORMAT.read(input);
      BackupManifest again = FORMAT.read(FORMAT.write(manifest));
      assertEquals(manifest, again);
    } catch (ArchiveException refused) {
      // as it may be
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "-1", "1.", "0.", "1e", "1.0e-"})
  void numbersWithoutEndAreReadInBoundedTime(String start) {
    byte[] document = SITE.replace("71811,", start + "1".repeat(3_000_000) + ",").getBytes(UTF_8);
    assertTimeout(
        Duration.ofSeconds(5),
        () -> assertThrows(ArchiveException.class, () -> FORMAT.read(document)));
  }

  @Test
  void keysWithOneHashAreReadInBoundedTime() {
    int bits = 16;
    StringBuilder config = new StringBuilder("{\"a\": 1");
    IntStream.range(0, 1 << bits)
        .forEach(
            number -> {
              config.append(",\"");
              for (int bit = 0; bit < bits; bit++) {
                config.append((number >> bit & 1) == 0 ? "Aa" : "BB");
              }
              config.append("\":0");
            });
    byte[] document = APPLIANCE.replace("NaN", "1").replace("{}", config + "}").getBytes(UTF_8);
    assertTimeout(
        Duration.ofSeconds(5),
        () ->
            assertEquals((1 << bits) + 1, FORMAT.read(document).jobConfiguration().keys().size()));
  }
}
