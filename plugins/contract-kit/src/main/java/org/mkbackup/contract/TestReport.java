package org.mkbackup.contract;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;

/** How a test ended, fit to be handed from one process to another. */
record TestReport(String name, Status status, String detail) {
  private static final int LONGEST_DETAIL = 20_000;

  static TestReport of(String name, TestExecutionResult result) {
    StringWriter stack = new StringWriter();
    result.getThrowable().ifPresent(failure -> failure.printStackTrace(new PrintWriter(stack)));
    return new TestReport(name, result.getStatus(), stack.toString());
  }

  void write(DataOutputStream sink) throws IOException {
    sink.writeUTF(name);
    sink.writeUTF(status.name());
    sink.writeUTF(detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL)));
  }

  static List<TestReport> readAll(Path file) throws IOException {
    List<TestReport> reports = new ArrayList<>();
    try (DataInputStream source =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      int count = source.readInt();
      for (int i = 0; i < count; i++) {
        reports.add(
            new TestReport(source.readUTF(), Status.valueOf(source.readUTF()), source.readUTF()));
      }
    }
    return reports;
  }

  static void writeAll(List<TestReport> reports, Path file) throws IOException {
    try (DataOutputStream sink = new DataOutputStream(Files.newOutputStream(file))) {
      sink.writeInt(reports.size());
      for (TestReport report : reports) {
        report.write(sink);
      }
    }
  }
}
