package dev.seeder.files;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.seeder.files.Utf8Reader.NotUtf8;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads an array of JSON objects that all have the keys of the first one. */
final class JsonRows implements RowReader {

  private final JsonParser parser;
  private final Mistakes mistakes;
  private List<Heading> headings = List.of();
  private @Nullable ObjectRow first;
  private boolean over;

  JsonRows(Reader text, Mistakes mistakes) throws IOException {
    this.parser = JsonTexts.parser(text);
    this.mistakes = mistakes;
  }

  @Override
  public List<Heading> headings() throws IOException {
    first = read(true);
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
    ObjectRow row = first == null ? read(false) : first;
    first = null;
    while (row != null) {
      List<Cell> cells = inOrder(row);
      if (cells.size() == headings.size() && row.cells().size() == cells.size()) {
        return new FileRow(row.place(), cells);
      }
      row = mistakes.isFull() ? null : read(false);
    }
    return null;
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

  private @Nullable ObjectRow read(boolean begin) throws IOException {
    if (over) {
      return null;
    }
    try {
      ObjectRow row = begin && !begins() ? null : object();
      over = row == null;
      return row;
    } catch (NotUtf8 e) {
      over = true;
      mistakes.add(e.place(), NotUtf8.MESSAGE);
    } catch (JsonProcessingException e) {
      over = true;
      JsonLocation location = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
      mistakes.add(JsonTexts.place(location), JsonTexts.explain(e));
    }
    return null;
  }

  private boolean begins() throws IOException {
    if (parser.nextToken() == JsonToken.START_ARRAY) {
      return true;
    }
    mistakes.add(place(), "expected an array of objects, [{...}, {...}].");
    return false;
  }

  private @Nullable ObjectRow object() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.END_ARRAY) {
      if (parser.nextToken() != null) {
        mistakes.add(place(), "expected nothing behind the array of rows.");
      }
      return null;
    }
    if (token != JsonToken.START_OBJECT) {
      mistakes.add(place(), "expected a row, {\"column\": value, ...}.");
      return null;
    }
    Place begin = place();
    Map<String, Cell> cells = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      Cell cell = JsonTexts.cell(parser, value, place());
      if (cells.putIfAbsent(name, cell) != null) {
        mistakes.add(cell.place(), name, "is in this row twice.");
      }
    }
    return new ObjectRow(begin, cells);
  }

  private Place place() {
    return JsonTexts.place(parser.currentTokenLocation());
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private record ObjectRow(Place place, Map<String, Cell> cells) {}
}
