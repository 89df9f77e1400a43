package org.mkbackup.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;

/**
 * All rules. Each has a house of its name among the fixtures, in lower case and without underlines:
 * classes there whose names begin with {@code Wrong} break it, each in another way, the others keep
 * to it.
 */
enum Rule {
  DOMAIN_NEEDS_ONLY_JAVA(Arrows::domainNeedsOnlyJava),
  DOMAIN_HAS_NO_CYCLES(Arrows::domainHasNoCycles),
  APPLICATION_NEEDS_ONLY_THE_DOMAIN(Arrows::applicationNeedsOnlyTheDomain),
  ADAPTERS_POINT_INWARDS(Arrows::adaptersPointInwards),
  ADAPTERS_DO_NOT_KNOW_EACH_OTHER(Arrows::adaptersDoNotKnowEachOther),
  CONTRACT_KIT_NEEDS_ONLY_DOMAIN_AND_JUNIT(Arrows::contractKitNeedsOnlyDomainAndJunit),
  CONTRACT_KIT_IS_FOR_TESTS(Arrows::contractKitIsForTests),
  ONLY_THE_LAUNCHER_WIRES(Arrows::onlyTheLauncherWires),
  NATIVE_CODE_STAYS_IN_FEW_ADAPTERS(Arrows::nativeCodeStaysInFewAdapters),
  NO_LOGGING_FRAMEWORK(Arrows::noLoggingFramework),

  PORTS_ARE_INTERFACES_OR_RECORDS(Shapes::portsAreInterfacesOrRecords),
  ADAPTERS_SHOW_ONLY_PROVIDERS(Shapes::adaptersShowOnlyProviders),
  FAILURES_ARE_OF_THE_FAMILY(Shapes::failuresAreOfTheFamily),
  NAMES_SAY_SOMETHING(Shapes::namesSaySomething),
  PACKAGES_ARE_NULL_MARKED(Shapes::packagesAreNullMarked),
  THE_DOMAIN_IS_IMMUTABLE(Shapes::theDomainIsImmutable),
  NO_STATIC_STATE(Shapes::noStaticState),
  NO_FIELD_INJECTION(Shapes::noFieldInjection),

  THE_CORE_IS_TOLD_THE_TIME(Calls::theCoreIsToldTheTime),
  THE_CORE_STARTS_NO_PROCESS(Calls::theCoreStartsNoProcess),
  ONLY_THE_LAUNCHER_SPEAKS_FOR_THE_PROCESS(Calls::onlyTheLauncherSpeaksForTheProcess);

  @SuppressWarnings("ImmutableEnumChecker") // a method reference has no state
  private final Function<House, ArchRule> form;

  Rule(Function<House, ArchRule> form) {
    this.form = form;
  }

  ArchRule in(House house) {
    return form.apply(house);
  }
}
