package dev.seeder.words;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Lines of a table for people. */
public final class AlignedLines {

  private static final String GAP = "   ";

  private AlignedLines() {}

  /**
   * Returns the lines as text, without a line break at the end.
   *
   * @param lines each with as many cells as the first
   * @param right the columns that stand at their right side, counted from 0
   */
  public static String of(List<List<String>> lines, Set<Integer> right) {
    int[] widths = new int[lines.get(0).size()];
    for (List<String> line : lines) {
      Arrays.setAll(widths, i -> Math.max(widths[i], line.get(i).length()));
    }
    return lines.stream().map(line -> line(line, widths, right)).collect(Collectors.joining("\n"));
  }

  private static String line(List<String> cells, int[] widths, Set<Integer> right) {
    var line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String pad = " ".repeat(widths[i] - cells.get(i).length());
      line.append(right.contains(i) ? pad + cells.get(i) : cells.get(i) + pad).append(GAP);
    }
    return line.toString().stripTrailing();
  }
}
