package org.mkbackup.adapter.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteVersion;

/** A manifest in the form in which Checkmk writes it. */
class StockManifestTest {
  private static final String STORED =
      """
      {
          "config": {
              "compress": true,
              "encrypt": "C0:4E:D4:4B:B4:AB:8B:3F:B4:09:32:CE:7D:A6:CF:76",
              "schedule": {
                  "disabled": false,
                  "period": [
                      "week",
                      0
                  ],
                  "timeofday": [
                      [
                          2,
                          30
                      ],
                      null
                  ]
              },
              "target": "nas",
              "title": "N\\u00e4chtlich"
          },
          "files": [
              [
                  "site-heute.tar.gz.enc",
                  71811,
                  "1a79a4d60de6718e8e5b326e338ae533"
              ]
          ],
          "finished": 1502657447.534146,
          "hostname": "klappfel",
          "job_id": "nightly",
          "site_id": "heute",
          "site_version": "1.4.0p8.cee",
          "size": 71811,
          "type": "Check_MK"
      }\
      """;

  private final JsonManifestFormat format = new JsonManifestFormat();

  private BackupManifest read(String stored) {
    return format.read(stored.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void isReadInAllItsParts() {
    BackupManifest manifest = read(STORED);
    assertEquals("nightly", manifest.jobId());
    assertEquals("klappfel", manifest.hostname());
    assertEquals(Instant.parse("2017-08-13T20:50:47.534146Z"), manifest.finished());
    assertEquals(71811, manifest.size());
    assertEquals(Optional.of("C0:4E:D4:4B:B4:AB:8B:3F:B4:09:32:CE:7D:A6:CF:76"), manifest.keyId());
    assertEquals(
        List.of(
            new StoredArchive("site-heute.tar.gz.enc", 71811, "1a79a4d60de6718e8e5b326e338ae533")),
        manifest.files());
    assertEquals(
        new BackupManifest.Site(new SiteName("heute"), new SiteVersion("1.4.0p8.cee")),
        manifest.origin());
  }

  @Test
  void isWrittenBackByteForByte() {
    assertEquals(STORED, new String(format.write(read(STORED)), StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"15026574471.5", "-15026574471.5", "253402300799.0", "-0.25"})
  void ofATimeFarAwayIsWrittenBack(String time) {
    String far = STORED.replace("1502657447.534146", time);
    assertEquals(far, new String(format.write(read(far)), StandardCharsets.UTF_8));
  }

  @Test
  void mayHoldMoreThanIsKnown() {
    String newer =
        STORED
            .replace("338ae533\"\n", "338ae533\",\n            \"sha256:lala\"\n")
            .replace("\"type\"", "\"written_by\": {\"a\": [1]},\n    \"type\"");
    assertEquals(read(STORED), read(newer));
  }

  @Test
  void ofAnInactiveNodeTellsItsCluster() {
    String appliance =
        STORED
            .replace("\"site_id\": \"heute\"", "\"cma_version\": \"1.4.16\"")
            .replace(
                "\"site_version\": \"1.4.0p8.cee\"",
                "\"cma_cluster\": {\"clustered\": true, \"partner_name\": \"b\", "
                    + "\"is_inactive\": true}")
            .replace("\"Check_MK\"", "\"Appliance\"");
    assertEquals(
        new BackupManifest.Appliance("1.4.16", Optional.of(new BackupManifest.Cluster("b", true))),
        read(appliance).origin());
    assertEquals(
        new BackupManifest.Appliance("1.4.16", Optional.empty()),
        read(appliance.replace("\"clustered\": true", "\"clustered\": false")).origin());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "71811,|\"x\",|files[0][1] is not a whole number of 0 or more: 'x'.",
        "71811,|-1,|files[0][1] is not a whole number of 0 or more: -1.",
        "\"files\": [|\"files\": [1,|files[0] is not a list of name, size and digest.",
        "\"files\": [|\"files\": [[\"a\", 1],|files[0] is not a list of name, size and digest.",
        "\"files\"|\"filed\"|has no 'files'.",
        "\"klappfel\"|null|has no 'hostname'.",
        "\"heute\"|\"../x\"|site_id is not a legal site name: '../x'.",
        "1502657447.534146|\"now\"|finished is not a number: 'now'.",
        "1502657447.534146|NaN|finished is not a time: NaN.",
        "1502657447.534146|1e300|finished is not a time: 1e+300.",
        "\"Check_MK\"|\"Other\"|type is 'Other', neither 'Check_MK' nor 'Appliance'.",
        "1a79a4d60de6718e8e5b326e338ae533|zz|files[0][2] is not an MD5 digest: 'zz'.",
      })
  void thatIsWrongIsRefusedWithThePlace(String good, String bad, String complaint) {
    String changed = STORED.replaceFirst(Pattern.quote(good), bad);
    ArchiveException failure = assertThrows(ArchiveException.class, () -> read(changed));
    assertEquals(
        "mkbackup.info" + (complaint.startsWith("has") ? " " : ": ") + complaint,
        failure.getMessage());
  }
}
