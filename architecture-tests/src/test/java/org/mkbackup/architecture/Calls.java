package org.mkbackup.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.ConstructorCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import java.util.function.Predicate;

/** Who may ask the JDK for what; a method reference counts as a call. */
final class Calls {
  private static final Set<String> TIME_OF_SYSTEM = Set.of("currentTimeMillis", "nanoTime");
  private static final Set<String> REACHES_OF_SYSTEM =
      Set.of("getenv", "exit", "out", "err", "in", "setOut", "setErr", "console");

  private Calls() {}

  static ArchRule theCoreIsToldTheTime(House house) {
    return noClasses()
        .that()
        .resideInAnyPackage(house.domain(), house.application())
        .should()
        .accessTargetWhere(
            access("asks for the time", Calls::asksForTheTime)
                .or(access("makes a clock", Calls::makesAClock)))
        .because("times come in as values or from a Clock that is passed in, and tests set it");
  }

  private static boolean asksForTheTime(AccessTarget target) {
    JavaClass owner = target.getOwner();
    if (owner.isEquivalentTo(System.class)) {
      return TIME_OF_SYSTEM.contains(target.getName());
    }
    if (owner.isEquivalentTo(Date.class)) {
      return target instanceof ConstructorCallTarget constructor
          && constructor.getRawParameterTypes().isEmpty();
    }
    return owner.getPackageName().startsWith("java.time")
        && target.getName().equals("now")
        && !takesAClock(target);
  }

  private static boolean takesAClock(AccessTarget target) {
    return target instanceof CodeUnitAccessTarget method
        && method.getRawParameterTypes().stream()
            .anyMatch(parameter -> parameter.isEquivalentTo(Clock.class));
  }

  private static boolean makesAClock(AccessTarget target) {
    return target.getOwner().isEquivalentTo(Clock.class) && target.getName().startsWith("system");
  }

  static ArchRule theCoreStartsNoProcess(House house) {
    return noClasses()
        .that()
        .resideInAnyPackage(house.domain(), house.application())
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ProcessBuilder.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Runtime.class)
        .because("other programs are the outside, and reached through ports");
  }

  static ArchRule onlyTheLauncherSpeaksForTheProcess(House house) {
    return noClasses()
        .that()
        .resideInAnyPackage(house.domain(), house.application(), house.adapters())
        .should()
        .accessTargetWhere(
            access(
                "uses the process's environment, streams or end",
                target ->
                    target.getOwner().isEquivalentTo(System.class)
                        && REACHES_OF_SYSTEM.contains(target.getName())))
        .because("environment, standard streams and exit code belong to the process as a whole");
  }

  private static DescribedPredicate<JavaAccess<?>> access(
      String description, Predicate<AccessTarget> predicate) {
    return DescribedPredicate.describe(description, access -> predicate.test(access.getTarget()));
  }
}
