package org.mkbackup.contract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What runs inside of a private root: {@code REPORT CLASS...}. */
final class PrivateRootRun implements TestExecutionListener {
  private final List<TestReport> reports = new ArrayList<>();

  private PrivateRootRun() {}

  public static void main(String[] arguments) throws IOException {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(
                Arrays.stream(arguments).skip(1).map(DiscoverySelectors::selectClass).toList())
            .build();
    PrivateRootRun run = new PrivateRootRun();
    LauncherFactory.create().execute(request, run);
    TestReport.writeAll(run.reports, Path.of(arguments[0]));
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (test.isTest() || result.getStatus() != Status.SUCCESSFUL) {
      reports.add(TestReport.of(test.getDisplayName(), result));
    }
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    reports.add(new TestReport(test.getDisplayName(), Status.ABORTED, reason));
  }
}
