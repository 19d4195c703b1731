package dev.seeder.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads rows that name their columns, and all have those of the first one. */
final class ObjectRows implements RowReader {

  private final ObjectReader objects;
  private final Mistakes mistakes;
  private List<Heading> headings = List.of();
  private @Nullable ObjectRow first;
  private boolean over;

  ObjectRows(ObjectReader objects, Mistakes mistakes) {
    this.objects = objects;
    this.mistakes = mistakes;
  }

  @Override
  public List<Heading> headings() throws IOException {
    first = read();
    if (first != null) {
      headings =
          first.cells().entrySet().stream()
              .map(entry -> new Heading(entry.getKey(), entry.getValue().place()))
              .toList();
      if (headings.isEmpty()) {
        mistakes.add(first.place(), "the first row has no columns.");
      }
    }
    return headings;
  }

  @Override
  public @Nullable FileRow next() throws IOException {
    ObjectRow row = first == null ? read() : first;
    first = null;
    while (row != null) {
      List<Cell> cells = inOrder(row);
      if (cells.size() == headings.size() && row.cells().size() == cells.size()) {
        return new FileRow(row.place(), cells);
      }
      row = mistakes.isFull() ? null : read();
    }
    return null;
  }

  private @Nullable ObjectRow read() throws IOException {
    ObjectRow row = over ? null : objects.next();
    over = row == null;
    return row;
  }

  private List<Cell> inOrder(ObjectRow row) {
    List<Cell> cells = new ArrayList<>();
    for (Heading heading : headings) {
      Cell cell = row.cells().get(heading.name());
      if (cell == null) {
        mistakes.add(
            row.place(),
            heading.name(),
            "is not in this row, but in the first one; a NULL is written null.");
      } else {
        cells.add(cell);
      }
    }
    if (row.cells().size() > cells.size()) {
      row.cells()
          .forEach(
              (name, cell) -> {
                if (headings.stream().noneMatch(heading -> heading.name().equals(name))) {
                  mistakes.add(cell.place(), name, "is not in the first row, but in this one.");
                }
              });
    }
    return cells;
  }

  @Override
  public void close() throws IOException {
    objects.close();
  }
}
