package org.mkbackup.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.logging.LogManager;

/** Who may know whom. */
final class Arrows {
  private static final String JAVA = "java..";
  private static final String NULLNESS = "org.jspecify..";

  private Arrows() {}

  static ArchRule domainNeedsOnlyJava(House house) {
    return classes()
        .that()
        .resideInAPackage(house.domain())
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(JAVA, NULLNESS, house.domain())
        .because("what a backup is doesn't change with a library");
  }

  static ArchRule domainHasNoCycles(House house) {
    return slices()
        .matching(house.root() + ".domain.(*)..")
        .should()
        .beFreeOfCycles()
        .because("a part of the model that needs itself can't be understood alone");
  }

  static ArchRule applicationNeedsOnlyTheDomain(House house) {
    return classes()
        .that()
        .resideInAPackage(house.application())
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(JAVA, NULLNESS, house.domain(), house.application())
        .because("use cases reach the outside through ports only");
  }

  static ArchRule adaptersPointInwards(House house) {
    return noClasses()
        .that()
        .resideInAPackage(house.adapters())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(house.application(), house.launcher())
        .because("an adapter needs nothing but the domain and its library");
  }

  static ArchRule adaptersDoNotKnowEachOther(House house) {
    return slices()
        .matching(house.root() + ".adapter.(*)..")
        .should()
        .notDependOnEachOther()
        .because("each can be taken out or replaced alone");
  }

  static ArchRule contractKitNeedsOnlyDomainAndJunit(House house) {
    return classes()
        .that()
        .resideInAPackage(house.contractKit())
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            JAVA, NULLNESS, "org.junit..", "org.opentest4j..", house.domain(), house.contractKit())
        .because("who writes a plugin takes it into a build of their own");
  }

  static ArchRule contractKitIsForTests(House house) {
    return noClasses()
        .that()
        .resideInAPackage(house.root() + "..")
        .and()
        .resideOutsideOfPackage(house.contractKit())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(house.contractKit(), "org.junit..")
        .because("it is not part of the distribution");
  }

  static ArchRule onlyTheLauncherWires(House house) {
    return noClasses()
        .that()
        .resideInAPackage(house.root() + "..")
        .and()
        .resideOutsideOfPackage(house.launcher())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "com.google.inject..",
            "jakarta.inject..",
            "picocli..",
            "com.typesafe.config..",
            "me.tongfei.progressbar..")
        .because("wiring, command lines and settings are the launcher's, and can change with it");
  }

  static ArchRule nativeCodeStaysInFewAdapters(House house) {
    return noClasses()
        .that()
        .resideInAPackage(house.root() + "..")
        .and()
        .resideOutsideOfPackages(
            house.adapter("accounts"),
            house.adapter("flock"),
            house.adapter("isal"),
            house.adapter("localdirectory"),
            house.adapter("sitearchive"),
            house.adapter("sitehome"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.sun.jna..")
        .because("native calls crash the whole program when they are wrong, so few make them");
  }

  /* The manager of loggers is there to keep libraries silent. */
  static ArchRule noLoggingFramework(House house) {
    return noClasses()
        .that()
        .resideInAPackage(house.root() + "..")
        .and()
        .areNotAssignableTo(LogManager.class)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.logging..", "org.slf4j..")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(System.Logger.class)
        .because("what a run has to say goes to its RunLog, which ends up in the state file");
  }
}
