package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.port.TargetType;
import org.mkbackup.domain.target.Target;
import org.mkbackup.domain.target.TargetId;

class InMemoryTargetTypeTest extends TargetTypeContract {
  private final InMemoryTargetType type = new InMemoryTargetType();

  @Override
  protected TargetType type() {
    return type;
  }

  @Override
  protected Target unreachable() {
    return target(store(Literal.text("nowhere")));
  }

  @Override
  protected List<Target> senseless() {
    return List.of(target(Literal.Dict.EMPTY), target(store(Literal.integer(1))));
  }

  @Test
  void opensAStoreThatIsOffered() {
    type.offer("here", new InMemoryBackupStore());

    assertEquals(List.of(), open(target(store(Literal.text("here")))).list());
  }

  private static Literal.Dict store(Literal name) {
    return Literal.Dict.EMPTY.with("store", name);
  }

  private static Target target(Literal.Dict parameters) {
    return new Target(
        new TargetId("memory"),
        Literal.Dict.EMPTY.with(
            "remote", new Literal.Tuple(List.of(Literal.text("in_memory"), parameters))));
  }
}
