package org.mkbackup.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.host.AdapterProvider;

class RegistrationTest {
  private static final String SERVICE = AdapterProvider.class.getName();
  @TempDir Path directory;

  /** A provider that nobody can make. */
  public abstract static class Half implements AdapterProvider<Runnable> {}

  /** A provider that takes too much. */
  public static final class Greedy implements Runnable {
    public Greedy(String name) {
      throw new IllegalStateException(name);
    }

    @Override
    public void run() {}
  }

  /** No provider. */
  public static final class Stranger {}

  @Test
  void readsEachLineButCommentsAndEmptyOnes() throws IOException {
    write(SERVICE, "# all of them\n\none.One # first\n two.Two\n");
    write("java.lang.Runnable", "not.Ours");
    assertEquals(
        List.of(
            new Registration(directory, SERVICE, "one.One"),
            new Registration(directory, SERVICE, "two.Two")),
        Registration.in(List.of(directory, directory.resolve("missing")), "org.mkbackup"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.mkbackup.no.SuchClass",
        "org.mkbackup.architecture.RegistrationTest$Half",
        "org.mkbackup.architecture.RegistrationTest$Stranger"
      })
  void findsTheFaultOfAProvider(String provider) {
    Registration registration = new Registration(directory, SERVICE, provider);
    assertTrue(registration.fault().orElse("").contains(provider));
  }

  @Test
  void findsAProviderThatCantBeMade() {
    Registration registration =
        new Registration(directory, "java.lang.Runnable", Greedy.class.getName());
    assertTrue(registration.fault().orElse("").contains("no public constructor"));
  }

  @Test
  void findsNoFaultWhereThereIsNone() {
    Registration registration =
        new Registration(directory, "java.lang.Runnable", Thread.class.getName());
    assertEquals(Optional.empty(), registration.fault());
  }

  @Test
  void findsAServiceThatIsNotThere() {
    Registration registration =
        new Registration(directory, "org.mkbackup.NoService", Stranger.class.getName());
    assertTrue(registration.fault().orElse("").contains("no class org.mkbackup.NoService"));
  }

  private void write(String service, String text) throws IOException {
    Path services = Files.createDirectories(directory.resolve("META-INF/services"));
    Files.writeString(services.resolve(service), text);
  }
}
