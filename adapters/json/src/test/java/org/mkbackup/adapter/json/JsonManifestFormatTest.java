package org.mkbackup.adapter.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mkbackup.contract.ManifestFormatContract;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.port.ManifestFormat;

class JsonManifestFormatTest extends ManifestFormatContract {
  @Override
  protected ManifestFormat format() {
    return new JsonManifestFormat();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "[1]; mkbackup.info is not an object: a list",
        "{'job_id': 5}; mkbackup.info: job_id is not a text: 5",
        "{'job_id': {}}; mkbackup.info: job_id is not a text: an object",
        "{'job_id': 'a', 'config': 'lala'}; mkbackup.info: config is not an object: 'lala'",
        "{'job_id': ;mkbackup.info is not JSON: End of input at line 1 column 11",
        "[1,]; mkbackup.info is not JSON: malformed at line 1 column 5"
      })
  void whatIsWrongIsToldWithItsPlaceAndValue(String json, String what) {
    byte[] stored = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    assertEquals(what, assertThrows(ArchiveException.class, () -> format().read(stored)).what());
  }
}
