package org.mkbackup.adapter.backupmk;

import java.util.List;
import java.util.Map;
import org.mkbackup.domain.data.Literal;

/**
 * Writes literals as Python's {@code pprint.pformat} lays them out, so that a file that Checkmk
 * wrote comes out as it was: 80 columns, sorted keys, long texts in several pieces. Infinity is
 * written {@code 1e999}, which can be read; not-a-number is refused.
 */
final class LiteralPrinter {
  private static final int WIDTH = 80;

  private final StringBuilder out = new StringBuilder();

  private LiteralPrinter() {}

  /** The literal, without a line end. */
  static String print(Literal literal) {
    LiteralPrinter printer = new LiteralPrinter();
    if (literal instanceof Literal.Text text && Repr.width(Repr.of(text)) > WIDTH) {
      printer.topLevel(text.value());
    } else {
      printer.write(literal, 0, 0);
    }
    return printer.out.toString();
  }

  /* Pieces of a text that stands alone need parentheses. */
  private void topLevel(String text) {
    List<String> pieces = TextPieces.of(text, WIDTH - 1, 1);
    boolean several = pieces.size() > 1;
    out.append(several ? "(" : "");
    pieces(pieces, 1);
    out.append(several ? ")" : "");
  }

  /*
   * indent: the column where the literal starts; allowance: what must fit behind it on its last
   * line.
   */
  private void write(Literal literal, int indent, int allowance) {
    String repr = Repr.of(literal);
    if (Repr.width(repr) <= WIDTH - indent - allowance) {
      out.append(repr);
    } else if (literal instanceof Literal.Text text) {
      pieces(TextPieces.of(text.value(), WIDTH - indent, allowance), indent);
    } else if (literal instanceof Literal.Sequence list) {
      items("[", list.items(), "]", indent, allowance);
    } else if (literal instanceof Literal.Tuple tuple) {
      items("(", tuple.items(), tuple.items().size() == 1 ? ",)" : ")", indent, allowance);
    } else if (literal instanceof Literal.SetOf set && !set.items().isEmpty()) {
      items("{", PythonOrder.sorted(set), "}", indent, allowance);
    } else if (literal instanceof Literal.Dict dict) {
      entries(PythonOrder.sorted(dict), indent, allowance);
    } else {
      out.append(repr);
    }
  }

  private void pieces(List<String> pieces, int indent) {
    out.append(String.join("\n" + " ".repeat(indent), pieces));
  }

  private void items(String open, List<Literal> items, String close, int indent, int allowance) {
    out.append(open);
    for (int i = 0; i < items.size(); i++) {
      boolean last = i == items.size() - 1;
      write(items.get(i), indent + 1, last ? allowance + close.length() : 1);
      separate(last, indent);
    }
    out.append(close);
  }

  private void entries(List<Map.Entry<Literal, Literal>> entries, int indent, int allowance) {
    out.append('{');
    for (int i = 0; i < entries.size(); i++) {
      boolean last = i == entries.size() - 1;
      String key = Repr.of(entries.get(i).getKey());
      out.append(key).append(": ");
      int column = indent + 1 + Repr.width(key) + 2;
      write(entries.get(i).getValue(), column, last ? allowance + 1 : 1);
      separate(last, indent);
    }
    out.append('}');
  }

  private void separate(boolean last, int indent) {
    if (!last) {
      out.append(",\n").append(" ".repeat(indent + 1));
    }
  }
}
