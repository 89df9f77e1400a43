package org.mkbackup.application.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.failure.UsageException;

class MemberSelectionTest {

  @Test
  void aDirectoryBringsAllBelowItAndNothingBesideIt() {
    MemberSelection selection = new MemberSelection(List.of("heute/etc/"));
    assertTrue(selection.takes("heute/etc"));
    assertTrue(selection.takes("heute/etc/deep/file"));
    assertFalse(selection.takes("heute/etcetera"));
    assertFalse(selection.takes("heute"));
  }

  @Test
  void whatWasNotFoundIsTold() {
    MemberSelection selection = new MemberSelection(List.of("heute/a", "heute/b"));
    assertTrue(selection.takes("heute/a/x"));
    assertEquals(Optional.of("heute/b"), selection.missing());
    assertTrue(selection.takes("heute/b"));
    assertEquals(Optional.empty(), selection.missing());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "//"})
  void nothingIsNoPath(String path) {
    assertThrows(UsageException.class, () -> new MemberSelection(List.of(path)));
  }
}
