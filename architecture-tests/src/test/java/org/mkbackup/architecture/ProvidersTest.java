package org.mkbackup.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.port.TargetType;

/** What the modules of the program offer through the service loader. */
class ProvidersTest {
  private static final String PACKAGES = "org.mkbackup";

  @Test
  void allThatIsRegisteredCanBeLoaded() throws IOException {
    List<Registration> registrations = registrations();
    assertFalse(registrations.isEmpty());
    assertEquals(
        List.of(),
        registrations.stream().map(Registration::fault).flatMap(Optional::stream).toList());
  }

  @Test
  void allThatProvidesIsRegistered() throws IOException {
    Set<String> providers =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(PACKAGES)
                .that(assignableTo(AdapterProvider.class).or(assignableTo(TargetType.class)))
                .stream()
                .filter(provider -> !provider.isInterface())
                .filter(provider -> !provider.getPackageName().startsWith(PACKAGES + ".contract"))
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(
        providers,
        registrations().stream()
            .map(Registration::provider)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void noTwoProvidersOfAPortHaveTheSameId() {
    Set<String> ids = new HashSet<>();
    for (AdapterProvider<?> provider : ServiceLoader.load(AdapterProvider.class)) {
      assertTrue(provider.id().matches("[a-z][a-z0-9-]*"), provider.id());
      assertTrue(ids.add(provider.port().getName() + " " + provider.id()), provider.id());
    }
    for (TargetType type : ServiceLoader.load(TargetType.class)) {
      assertTrue(type.id().matches("[a-z0-9_]+"), type.id());
      assertTrue(ids.add(TargetType.class.getName() + " " + type.id()), type.id());
    }
  }

  private static List<Registration> registrations() throws IOException {
    List<Path> classpath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(Path::of)
            .toList();
    return Registration.in(classpath, PACKAGES);
  }
}
