package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.backup.StoredMembers;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.port.ManifestFormat;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteVersion;

/** What every {@link ManifestFormat} promises. */
public abstract class ManifestFormatContract {
  private static final String DIGEST = "0123456789abcdef0123456789abcdef";
  private static final Literal.Dict CONFIGURATION =
      Literal.Dict.EMPTY
          .with("title", Literal.text("Nächtlich \"1\" \\ \u2028 \uD83D\uDCBE\n"))
          .with("encrypt", Literal.none())
          .with("compress", Literal.bool(true))
          .with("large", new Literal.Int(BigInteger.TWO.pow(80)))
          .with("fraction", new Literal.Real(0.1))
          .with("whole fraction", new Literal.Real(2.0))
          .with("empty", new Literal.Sequence(List.of()));

  protected abstract ManifestFormat format();

  private static BackupManifest of(Literal.Dict configuration, BackupManifest.Origin origin) {
    return new BackupManifest(
        "nightly",
        configuration,
        "höst",
        List.of(
            new StoredArchive(
                    "site-heute.tar.gz", Long.MAX_VALUE / 2, DIGEST, Optional.of(DIGEST + DIGEST))
                .with(
                    new StoredMembers(
                        new StoredArchive(
                            "site-heute.members.gz", 17, DIGEST, Optional.of(DIGEST + DIGEST)),
                        3)),
            new StoredArchive("with space.tar", 0, DIGEST),
            new StoredArchive("sealed.tar.enc", 1, DIGEST)
                .withMac("hmac-sha256:" + DIGEST + DIGEST)
                .with(
                    new StoredMembers(
                        new StoredArchive(
                                "sealed.members.gz.enc", 9, DIGEST, Optional.of(DIGEST + DIGEST))
                            .withMac("hmac-sha256:" + DIGEST.repeat(2)),
                        0))),
        Instant.ofEpochSecond(1_502_657_447L, 534_146_000L),
        origin);
  }

  private static BackupManifest.Origin site() {
    return new BackupManifest.Site(new SiteName("heute"), new SiteVersion("2.3.0p1.cre"));
  }

  @Test
  void readsTheManifestOfASiteAsItWasWritten() {
    BackupManifest manifest = of(CONFIGURATION, site());
    assertEquals(manifest, format().read(format().write(manifest)));
  }

  @Test
  void readsTheManifestOfAnApplianceAsItWasWritten() {
    BackupManifest alone =
        of(CONFIGURATION, new BackupManifest.Appliance("1.7.0", Optional.empty()));
    BackupManifest clustered =
        of(
            CONFIGURATION,
            new BackupManifest.Appliance(
                "1.7.0", Optional.of(new BackupManifest.Cluster("other", true))));

    assertEquals(alone, format().read(format().write(alone)));
    assertEquals(clustered, format().read(format().write(clustered)));
  }

  @Test
  void writesATupleAsAListAndKeysInOrder() {
    Literal pair = new Literal.Tuple(List.of(Literal.text("week"), Literal.integer(3)));
    Literal list = new Literal.Sequence(List.of(Literal.text("week"), Literal.integer(3)));

    byte[] one =
        format().write(of(new Literal.Dict(Map.of(key("b"), pair, key("a"), pair)), site()));
    byte[] other = format().write(of(Literal.Dict.EMPTY.with("a", list).with("b", list), site()));

    assertArrayEquals(other, one);
  }

  private static Literal key(String text) {
    return Literal.text(text);
  }

  @Test
  void refusesWhatIsCutShortAtAnyByte() {
    byte[] whole = format().write(of(CONFIGURATION, site()));
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThrows(ArchiveException.class, () -> format().read(cut), () -> "at " + cut.length);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "lala", "\0", "{\"type\": \"Check_MK\"}"})
  void refusesWhatIsNoManifest(String stored) {
    assertThrows(
        ArchiveException.class, () -> format().read(stored.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void refusesAnArchiveWhoseNameLeadsOut() {
    String honest =
        new String(format().write(of(CONFIGURATION, site())), StandardCharsets.ISO_8859_1);
    String hostile = honest.replace("with space.tar", "../escape.tar");

    assertThrows(
        ArchiveException.class, () -> format().read(hostile.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void refusesOneThatNamesAFileTwice() {
    String honest =
        new String(format().write(of(CONFIGURATION, site())), StandardCharsets.ISO_8859_1);
    for (String name : List.of("site-heute.tar.gz", "site-heute.members.gz")) {
      byte[] twice = honest.replace("with space.tar", name).getBytes(StandardCharsets.ISO_8859_1);
      ArchiveException refused = assertThrows(ArchiveException.class, () -> format().read(twice));
      assertTrue(refused.what().contains("'" + name + "' twice"), refused::what);
    }
  }
}
