package org.mkbackup.launcher.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.BackupStore;
import org.mkbackup.domain.port.TargetType;
import org.mkbackup.domain.target.Target;
import org.mkbackup.domain.target.TargetOption;

class AdaptersTest {
  @TempDir Path services;

  @Test
  void findsTargetTypesByTheirIds() throws IOException {
    assertEquals(Set.of("good_1", "local"), types(Good.class));
  }

  @Test
  void refusesAnIllegalId() {
    assertRefused("illegal id 'No Good'", Illegal.class);
  }

  @Test
  void refusesAnIdThatIsTaken() {
    assertRefused("'good_1' a second time", Good.class, Twin.class);
  }

  @Test
  void refusesAnOptionThatATypeHasTwice() {
    assertRefused("--a twice", Ambiguous.class);
  }

  @Test
  void namesAProviderThatThrowsWhenItIsMade() {
    assertRefused(Throwing.class.getName(), Throwing.class);
  }

  @Test
  void namesAProviderThatThrowsWhenItIsAsked() {
    assertRefused(Moody.class.getName(), Moody.class);
  }

  @Test
  void namesAProviderThatIsMissing() throws IOException {
    register("com.example.Missing");

    ConfigurationException failure =
        assertThrows(ConfigurationException.class, () -> new Adapters(loader()).targetTypes());

    assertTrue(failure.getMessage().contains("com.example.Missing"), failure.getMessage());
  }

  private void assertRefused(String message, Class<?>... providers) {
    ConfigurationException failure =
        assertThrows(ConfigurationException.class, () -> types(providers));
    assertTrue(failure.getMessage().contains(message), failure.getMessage());
  }

  private Set<String> types(Class<?>... providers) throws IOException {
    StringBuilder names = new StringBuilder();
    for (Class<?> provider : providers) {
      names.append(provider.getName()).append('\n');
    }
    register(names.toString());
    return new Adapters(loader()).targetTypes().keySet();
  }

  private void register(String names) throws IOException {
    Path directory = Files.createDirectories(services.resolve("META-INF/services"));
    Files.writeString(directory.resolve(TargetType.class.getName()), names);
  }

  private ClassLoader loader() throws MalformedURLException {
    return new URLClassLoader(
        new URL[] {services.toUri().toURL()}, AdaptersTest.class.getClassLoader());
  }

  private abstract static class Type implements TargetType {
    @Override
    public List<TargetOption> options() {
      return List.of();
    }

    @Override
    public BackupStore open(Target target, Host host) {
      throw new IllegalStateException("never opened");
    }
  }

  /** As it should be. */
  public static final class Good extends Type {
    @Override
    public String id() {
      return "good_1";
    }
  }

  /** Has the id of another. */
  public static final class Twin extends Type {
    @Override
    public String id() {
      return "good_1";
    }
  }

  /** Has an id that no configuration could name. */
  public static final class Illegal extends Type {
    @Override
    public String id() {
      return "No Good";
    }
  }

  /** Could be told a thing in two ways. */
  public static final class Ambiguous extends Type {
    @Override
    public String id() {
      return "ambiguous";
    }

    @Override
    public List<TargetOption> options() {
      TargetOption option = TargetOption.optional("a", TargetOption.Kind.TEXT, "A.", "a");
      return List.of(option, option);
    }
  }

  /** Can't be made. */
  public static final class Throwing extends Type {
    public Throwing() {
      throw new IllegalStateException("no luck");
    }

    @Override
    public String id() {
      return "throwing";
    }
  }

  /** Can't be asked. */
  public static final class Moody extends Type {
    @Override
    public String id() {
      throw new IllegalStateException("not now");
    }
  }
}
