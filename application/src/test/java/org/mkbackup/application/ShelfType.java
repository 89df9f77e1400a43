package org.mkbackup.application;

import java.util.List;
import org.mkbackup.contract.InMemoryBackupStore;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.BackupStore;
import org.mkbackup.domain.port.TargetType;
import org.mkbackup.domain.target.Target;
import org.mkbackup.domain.target.TargetOption;
import org.mkbackup.domain.target.TargetOption.Kind;

/** Shelves; those of straw hold nothing. */
final class ShelfType implements TargetType {
  static Literal.Dict target(String wood) {
    return Literal.Dict.EMPTY
        .with("title", Literal.text("A shelf"))
        .with(
            "remote",
            new Literal.Tuple(
                List.of(
                    Literal.text("shelf"),
                    Literal.Dict.EMPTY
                        .with("wood", Literal.text(wood))
                        .with("future", Literal.integer(7)))));
  }

  @Override
  public String id() {
    return "shelf";
  }

  @Override
  public List<TargetOption> options() {
    return List.of(
        TargetOption.required("wood", Kind.TEXT, "What it is made of.", "wood"),
        TargetOption.optional("doors", Kind.FLAG, "Whether it has doors.", "doors"),
        TargetOption.optional("lock", Kind.SECRET, "What opens it.", "lock", "code"));
  }

  @Override
  public BackupStore open(Target target, Host host) {
    boolean straw = target.parameters().require("wood").text().equals("straw");
    return new InMemoryBackupStore(straw ? 0 : Long.MAX_VALUE);
  }
}
