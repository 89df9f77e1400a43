package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.TestAbortedException;

class PrivateRootTestsTest {

  /** Tests that end in all ways. */
  static final class Cases {
    @Test
    void succeeds() {
      assertTrue(Files.isDirectory(Path.of("/omd")));
    }

    @Test
    void fails() {
      fail("as it should");
    }

    @Test
    void isLeftOut() {
      Assumptions.abort("for a reason");
    }
  }

  /** No tests at all. */
  static final class NoCases {}

  @BeforeAll
  static void needsRoot() {
    PrivateRoot.assumePossible("The tests of tests in the private root");
  }

  @Test
  void testsHaveTheResultsThatTheyHadInThePrivateRoot() throws Throwable {
    List<DynamicTest> tests = PrivateRoot.sharing().tests(Cases.class).toList();
    assertEquals(3, tests.size());
    executable(tests, "succeeds()").execute();
    AssertionError failure = assertThrows(AssertionError.class, executable(tests, "fails()"));
    assertTrue(failure.toString().contains("as it should"), failure::toString);
    TestAbortedException aborted =
        assertThrows(TestAbortedException.class, executable(tests, "isLeftOut()"));
    assertTrue(aborted.toString().contains("for a reason"), aborted::toString);
  }

  @Test
  void refusesToRunNoTests() {
    assertThrows(AssertionError.class, () -> PrivateRoot.sharing().tests(NoCases.class));
  }

  private static Executable executable(List<DynamicTest> tests, String name) {
    return tests.stream()
        .filter(test -> test.getDisplayName().equals(name))
        .findFirst()
        .orElseThrow()
        .getExecutable();
  }
}
