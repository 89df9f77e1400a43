package org.mkbackup.domain.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.failure.UsageException;

class FieldTest {

  private static Field field(Literal value) {
    return new Field("Job 'x'", value);
  }

  @Test
  void namesThePathToWhatIsInIt() {
    Field job = field(Literal.Dict.EMPTY.with("a", Literal.Dict.EMPTY.with("b", Literal.none())));
    assertEquals("Job 'x': a: b", job.require("a").require("b").path());
    assertTrue(job.require("a").require("b").isNone());
    assertEquals(Optional.empty(), job.get("b"));
    var missing = assertThrows(ConfigurationException.class, () -> job.require("a").require("c"));
    assertEquals("Job 'x': a has no 'c'", missing.what());
  }

  @Test
  void readsValuesOfTheRightKind() {
    assertEquals("t", field(Literal.text("t")).text());
    assertTrue(field(Literal.bool(true)).bool());
    assertTrue(field(Literal.integer(1)).bool());
    assertFalse(field(Literal.integer(0)).bool());
    assertEquals(-3, field(Literal.integer(-3)).integer(-3, 5));
    assertEquals(5, field(Literal.integer(5)).integer(-3, 5));
    assertEquals(1.5, field(new Literal.Real(1.5)).number());
    assertEquals(2.0, field(Literal.integer(2)).number());
    assertEquals("T", field(Literal.text("t")).named(text -> text.toUpperCase(Locale.ROOT)));
  }

  @Test
  void readsTheItemsOfListsAndTuples() {
    List<Literal> items = List.of(Literal.integer(1), Literal.none());
    for (Literal several : List.of(new Literal.Sequence(items), new Literal.Tuple(items))) {
      assertEquals(items, field(several).items().stream().map(Field::value).toList());
    }
  }

  static Stream<Arguments> wrongReadings() {
    Literal text = Literal.text("hunter2");
    return Stream.of(
        reading(text, Field::dict),
        reading(text, field -> field.get("a")),
        reading(Literal.none(), Field::text),
        reading(new Literal.Bytes("b"), Field::text),
        reading(Literal.integer(2), Field::bool),
        reading(Literal.integer(-1), Field::bool),
        reading(Literal.none(), Field::bool),
        reading(Literal.integer(6), field -> field.integer(0, 5)),
        reading(Literal.integer(-1), field -> field.integer(0, 5)),
        reading(new Literal.Int(BigInteger.TWO.pow(64)), field -> field.integer(0, 5)),
        reading(new Literal.Real(1.0), field -> field.integer(0, 5)),
        reading(Literal.bool(true), field -> field.integer(0, 5)),
        reading(text, Field::number),
        reading(text, Field::items),
        reading(new Literal.SetOf(List.of(text)), Field::items),
        reading(Literal.none(), field -> field.named(Function.identity())));
  }

  private static Arguments reading(Literal value, Function<Field, Object> reading) {
    return Arguments.of(value, reading);
  }

  @ParameterizedTest
  @MethodSource("wrongReadings")
  void refusesAnotherKindByNameAndNeverShowsIt(Literal value, Function<Field, Object> reading) {
    var refused = assertThrows(ConfigurationException.class, () -> reading.apply(field(value)));
    assertTrue(refused.what().startsWith("Job 'x' is n"), refused.what());
    assertFalse(refused.what().contains("hunter2"), refused.what());
  }

  @Test
  void anIllegalNameIsAFaultOfTheConfiguration() {
    UsageException illegal = new UsageException("'!' is no name", "Choose another");
    var refused =
        assertThrows(
            ConfigurationException.class,
            () ->
                field(Literal.text("!"))
                    .named(
                        text -> {
                          throw illegal;
                        }));
    assertEquals("Job 'x': '!' is no name", refused.what());
    assertEquals("Choose another", refused.hint());
  }
}
