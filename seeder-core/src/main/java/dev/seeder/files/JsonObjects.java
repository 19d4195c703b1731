package dev.seeder.files;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.seeder.files.Utf8Reader.NotUtf8;
import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads an array of JSON objects. */
final class JsonObjects implements ObjectReader {

  private final JsonParser parser;
  private final Mistakes mistakes;
  private boolean begun;

  JsonObjects(Reader text, Mistakes mistakes) throws IOException {
    this.parser = JsonTexts.parser(text);
    this.mistakes = mistakes;
  }

  @Override
  public @Nullable ObjectRow next() throws IOException {
    try {
      ObjectRow row = begun || begins() ? object() : null;
      begun = true;
      return row;
    } catch (NotUtf8 e) {
      mistakes.add(e.place(), NotUtf8.MESSAGE);
    } catch (JsonProcessingException e) {
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
}
