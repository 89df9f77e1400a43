package org.mkbackup.domain.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.target.TargetOption.Kind;

class TargetOptionTest {
  private static final Literal.Dict NONE = Literal.Dict.EMPTY;

  private static TargetOption option(Kind kind, String... keys) {
    return TargetOption.optional("some-option", kind, "What it says.", keys);
  }

  @Test
  void putsEachKindWhereItStandsAndShowsIt() {
    TargetOption text = option(Kind.TEXT, "a");
    TargetOption number = option(Kind.NUMBER, "a");
    TargetOption flag = option(Kind.FLAG, "a");
    assertEquals(NONE.with("a", Literal.text("x")), text.putInto(NONE, "x"));
    assertEquals(NONE.with("a", Literal.integer(-7)), number.putInto(NONE, "-7"));
    assertEquals(NONE.with("a", Literal.bool(true)), flag.putInto(NONE, "true"));
    assertEquals(Optional.of("x"), text.shownIn(text.putInto(NONE, "x")));
    assertEquals(Optional.of("-7"), number.shownIn(number.putInto(NONE, "-7")));
    assertEquals(Optional.of("no"), flag.shownIn(flag.putInto(NONE, "false")));
    assertEquals(Optional.empty(), text.shownIn(NONE));
    assertEquals(Optional.empty(), text.shownIn(NONE.with("a", Literal.none())));
  }

  @Test
  void keepsAllElseOnTheWayToANestedPlace() {
    Literal.Dict before =
        NONE.with("keep", Literal.integer(1))
            .with("remote", NONE.with("bucket", Literal.text("b")));
    Literal.Dict after = option(Kind.TEXT, "remote", "access_key").putInto(before, "AK");
    assertEquals(
        before.with(
            "remote",
            NONE.with("bucket", Literal.text("b")).with("access_key", Literal.text("AK"))),
        after);
    assertEquals(Optional.of("AK"), option(Kind.TEXT, "remote", "access_key").shownIn(after));
  }

  @Test
  void neverShowsASecret() {
    TargetOption secret = option(Kind.SECRET, "secret");
    Literal.Dict parameters = secret.putInto(NONE, "s3cr3t");
    assertEquals(
        Optional.of(new Literal.Tuple(List.of(Literal.text("password"), Literal.text("s3cr3t")))),
        parameters.get("secret"));
    assertEquals(Optional.of("***"), secret.shownIn(parameters));
    assertFalse(secret.toString().contains("s3cr3t"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1.5", "99999999999999999999"})
  void refusesWhatIsNoNumber(String told) {
    var refused =
        assertThrows(UsageException.class, () -> option(Kind.NUMBER, "a").putInto(NONE, told));
    assertEquals("--some-option: '" + told + "' is not a whole number", refused.what());
  }

  @Test
  void refusesAFlagThatIsNeitherTrueNorFalse() {
    assertThrows(UsageException.class, () -> option(Kind.FLAG, "a").putInto(NONE, "yes"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Path", "a b", "-a", "a--b", "a-", "title", "help", "no-a", "a=b"})
  void hasANameThatCanStandOnACommandLine(String name) {
    assertThrows(
        IllegalArgumentException.class,
        () -> TargetOption.optional(name, Kind.TEXT, "Help.", "key"));
  }

  @Test
  void saysWhatItIsAndWhereItStands() {
    assertThrows(
        IllegalArgumentException.class, () -> TargetOption.optional("a", Kind.TEXT, " ", "key"));
    assertThrows(IllegalArgumentException.class, () -> option(Kind.TEXT));
    assertThrows(
        IllegalArgumentException.class, () -> TargetOption.required("a", Kind.FLAG, "A.", "a"));
  }
}
