package org.mkbackup.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** What classes and fields look like. */
final class Shapes {
  private Shapes() {}

  static ArchRule portsAreInterfacesOrRecords(House house) {
    return classes()
        .that()
        .resideInAPackage(house.ports())
        .and()
        .areTopLevelClasses()
        .should()
        .beInterfaces()
        .orShould()
        .beRecords()
        .because("a port says what is wanted, and nothing of how");
  }

  static ArchRule adaptersShowOnlyProviders(House house) {
    return classes()
        .that()
        .resideInAPackage(house.adapters())
        .and()
        .arePublic()
        .and()
        .areTopLevelClasses()
        .should()
        .beAssignableTo(house.root() + ".domain.host.AdapterProvider")
        .orShould()
        .beAssignableTo(house.root() + ".domain.port.TargetType")
        .because("what nobody sees nobody depends on");
  }

  /* A private exception may carry something up a few calls, but is never seen by others. */
  static ArchRule failuresAreOfTheFamily(House house) {
    return classes()
        .that()
        .resideInAPackage(house.root() + "..")
        .and()
        .areAssignableTo(Throwable.class)
        .should()
        .resideInAPackage(house.failures())
        .orShould()
        .notBePublic()
        .because("the launcher knows an exit code and a hint for each failure that reaches it");
  }

  static ArchRule namesSaySomething(House house) {
    return noClasses()
        .that()
        .resideInAPackage(house.root() + "..")
        .and()
        .doNotHaveSimpleName("MountManager")
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl)")
        .orShould()
        .haveSimpleNameContaining("Util")
        .because("such names fit everything, and then everything goes there");
  }

  static ArchRule packagesAreNullMarked(House house) {
    return classes()
        .that()
        .resideInAPackage(house.root() + "..")
        .should(resideInANullMarkedPackage())
        .because("the compiler checks for null only where it is told to");
  }

  private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
    return new ArchCondition<>("reside in a package that is @NullMarked") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        boolean isMarked = item.getPackage().isAnnotatedWith(NullMarked.class);
        events.add(
            new SimpleConditionEvent(
                item, isMarked, item.getName() + (isMarked ? " is" : " is not") + " null-marked"));
      }
    };
  }

  static ArchRule theDomainIsImmutable(House house) {
    return fields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(house.domain())
        .should()
        .beFinal()
        .because("a value that was found valid stays so");
  }

  static ArchRule noStaticState(House house) {
    return fields()
        .that()
        .areStatic()
        .and()
        .areDeclaredInClassesThat()
        .resideInAPackage(house.root() + "..")
        .should()
        .beFinal()
        .because("what all share nobody can reason about");
  }

  static ArchRule noFieldInjection(House house) {
    return noFields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(house.root() + "..")
        .should()
        .beAnnotatedWith("com.google.inject.Inject")
        .orShould()
        .beAnnotatedWith("jakarta.inject.Inject")
        .because("an object that was constructed is ready, with or without a container");
  }
}
