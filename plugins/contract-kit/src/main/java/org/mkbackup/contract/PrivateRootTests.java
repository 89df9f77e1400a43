package org.mkbackup.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/** Runs test classes in a private root and brings their results out of it. */
final class PrivateRootTests {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private final PrivateRoot root;

  PrivateRootTests(PrivateRoot root) {
    this.root = root;
  }

  List<DynamicTest> run(List<Class<?>> cases) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("private-root-report");
    Path report = directory.resolve("report");
    try {
      List<String> line = new ArrayList<>();
      line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      line.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
      line.add(System.getProperty("java.class.path"));
      line.add(PrivateRootRun.class.getName());
      line.add(report.toString());
      cases.forEach(each -> line.add(each.getName()));
      root.sharingAlso(directory).run(line, Map.of(), LIMIT).requireSuccess();
      List<TestReport> reports = TestReport.readAll(report);
      Assertions.assertFalse(reports.isEmpty(), () -> "No tests in " + cases);
      return reports.stream().map(PrivateRootTests::asTest).toList();
    } finally {
      Files.deleteIfExists(report);
      Files.delete(directory);
    }
  }

  private static DynamicTest asTest(TestReport report) {
    return DynamicTest.dynamicTest(
        report.name(),
        () -> {
          switch (report.status()) {
            case SUCCESSFUL -> {}
            case ABORTED -> Assumptions.abort(report.detail());
            case FAILED -> Assertions.fail(report.detail());
          }
        });
  }
}
