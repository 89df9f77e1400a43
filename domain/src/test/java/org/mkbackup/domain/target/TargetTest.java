package org.mkbackup.domain.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.failure.UsageException;

class TargetTest {
  private static final TargetId ID = new TargetId("nas");
  private static final Literal.Dict PARAMETERS =
      Literal.Dict.EMPTY.with("path", Literal.text("/mnt")).with("secret", Literal.text("s3cret"));

  private static Literal.Dict remote(Literal... parts) {
    return Literal.Dict.EMPTY.with("remote", new Literal.Tuple(List.of(parts)));
  }

  @Test
  void readsTypeAndParameters() {
    Target target = new Target(ID, remote(Literal.text("aws_s3_bucket"), PARAMETERS));
    assertEquals("aws_s3_bucket", target.type());
    assertEquals("nas", target.title());
    assertEquals(PARAMETERS, target.parameters().value());
    assertEquals("Target 'nas': path", target.parameters().require("path").path());
  }

  @Test
  void readsTheShapeOfOldAppliancesAsALocalTarget() {
    Target target = new Target(ID, PARAMETERS.with("title", Literal.text("Old")));
    assertEquals(Target.LOCAL, target.type());
    assertEquals("Old", target.title());
    assertEquals("/mnt", target.parameters().require("path").text());
  }

  static Stream<Literal.Dict> senseless() {
    return Stream.of(
        Literal.Dict.EMPTY,
        remote(),
        remote(Literal.text("local")),
        remote(Literal.text("local"), Literal.none()),
        remote(Literal.none(), PARAMETERS),
        remote(Literal.text("local"), PARAMETERS, PARAMETERS),
        Literal.Dict.EMPTY.with("remote", Literal.text("local")),
        remote(Literal.text("local"), PARAMETERS).with("title", Literal.none()));
  }

  @ParameterizedTest
  @MethodSource("senseless")
  void refusesWhatMakesNoSenseByName(Literal.Dict configuration) {
    var refused = assertThrows(ConfigurationException.class, () -> new Target(ID, configuration));
    assertTrue(refused.what().startsWith("Target 'nas'"), refused.what());
  }

  @Test
  void neverShowsItsParameters() {
    Target target = new Target(ID, remote(Literal.text("aws_s3_bucket"), PARAMETERS));
    assertFalse(target.toString().contains("s3cret"), target.toString());
  }

  @Test
  void refusesAnIllegalId() {
    assertThrows(UsageException.class, () -> new TargetId("../nas"));
    assertTrue(new TargetId("a").compareTo(new TargetId("b")) < 0);
  }
}
