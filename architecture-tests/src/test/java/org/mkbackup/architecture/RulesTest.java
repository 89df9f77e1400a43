package org.mkbackup.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RulesTest {
  private static final House PROGRAM = House.program();
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(PROGRAM.root());
  private static final JavaClasses FIXTURES =
      new ClassFileImporter().importPackages(RulesTest.class.getPackageName() + ".fixture");
  private static final DescribedPredicate<JavaClass> WRONG = simpleNameStartingWith("Wrong");

  /* Fails too when there are no classes that the rule is about. */
  @ParameterizedTest
  @EnumSource
  void holdsInTheProgram(Rule rule) {
    rule.in(PROGRAM).check(CLASSES);
  }

  @ParameterizedTest
  @EnumSource
  void isBrokenByEachWrongClassOfItsFixture(Rule rule) {
    House house = House.breaking(rule);
    JavaClasses wrong = classes(house).that(WRONG);
    List<String> violations =
        rule.in(house).evaluate(classes(house)).getFailureReport().getDetails();
    assertFalse(wrong.isEmpty(), house::root);
    for (JavaClass each : wrong) {
      assertTrue(
          violations.stream().anyMatch(violation -> violation.contains(each.getName())),
          () -> rule + " does not find " + each.getName());
    }
  }

  @ParameterizedTest
  @EnumSource
  void holdsForTheOtherClassesOfItsFixture(Rule rule) {
    House house = House.breaking(rule);
    JavaClasses right = classes(house).that(DescribedPredicate.not(WRONG));
    rule.in(house).allowEmptyShould(true).check(right);
  }

  @ParameterizedTest
  @EnumSource
  void doesNotHoldWhereItChecksNothing(Rule rule) {
    JavaClasses none = new ClassFileImporter().importClasses();
    assertThrows(AssertionError.class, () -> rule.in(PROGRAM).check(none));
  }

  private static JavaClasses classes(House house) {
    return FIXTURES.that(resideInAPackage(house.root() + ".."));
  }
}
