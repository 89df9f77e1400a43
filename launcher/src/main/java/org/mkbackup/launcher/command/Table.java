package org.mkbackup.launcher.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.mkbackup.domain.failure.OneLine;

/** A table for people: columns as wide as what is in them, two blanks apart. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  Table(String... head) {
    row(head);
  }

  void row(String... cells) {
    rows.add(List.of(cells).stream().map(OneLine::of).toList());
  }

  void print(PrintStream out) {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], length(row.get(i)));
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        line.append(row.get(i)).append(" ".repeat(widths[i] - length(row.get(i)) + 2));
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
