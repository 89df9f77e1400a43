package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.BackupStore;
import org.mkbackup.domain.port.TargetType;
import org.mkbackup.domain.target.Target;
import org.mkbackup.domain.target.TargetOption;

/** What every {@link TargetType} promises. */
public abstract class TargetTypeContract {

  protected abstract TargetType type();

  /** A target whose parameters are right, but whose place isn't there. */
  protected abstract Target unreachable();

  /** Opens a target on a machine that is no appliance. */
  protected final BackupStore open(Target target) {
    return type()
        .open(
            target,
            new Host(
                Path.of("/nowhere"), Context.SITE, "contract", Optional.empty(), Optional.empty()));
  }

  /** Targets of this type whose parameters make no sense, each for another reason. */
  protected abstract List<Target> senseless();

  @Test
  void hasALegalId() {
    assertTrue(type().id().matches("[a-z][a-z0-9_]*"), type()::id);
  }

  @Test
  void isFoundByTheServiceLoader() {
    List<String> found =
        ServiceLoader.load(TargetType.class).stream()
            .filter(provider -> provider.type().equals(type().getClass()))
            .map(provider -> provider.get().id())
            .toList();
    assertEquals(List.of(type().id()), found);
  }

  @Test
  void describesItsOptionsOnceEach() {
    List<String> names = type().options().stream().map(TargetOption::name).toList();
    assertEquals(names, names.stream().distinct().toList());
    assertEquals(type().options(), type().options());
  }

  @Test
  void findsItsOptionsInTheParametersOfATarget() {
    Literal.Dict parameters = unreachable().parameters().dict();
    type().options().stream()
        .filter(TargetOption::required)
        .forEach(
            option ->
                assertTrue(option.shownIn(parameters).isPresent(), () -> "--" + option.name()));
  }

  @Test
  void touchesNothingOutsideWhenATargetIsOpened() {
    BackupStore store = open(unreachable());
    assertThrows(TargetException.class, store::checkReady);
    assertThrows(TargetException.class, store::checkReadable);
    assertThrows(TargetException.class, store::list);
  }

  @Test
  void refusesParametersThatMakeNoSenseAndNamesTheTarget() {
    assertFalse(senseless().isEmpty());
    for (Target target : senseless()) {
      ConfigurationException failure =
          assertThrows(ConfigurationException.class, () -> open(target), target::toString);
      assertTrue(failure.what().contains("'" + target.id() + "'"), failure::what);
    }
  }
}
