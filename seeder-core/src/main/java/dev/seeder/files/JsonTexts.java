package dev.seeder.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.seeder.files.Cell.Form;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of JSON, as they are written. */
final class JsonTexts {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();

  static final String TOO_LARGE =
      "a text, a number or the depth of a value is beyond what is read.";

  private JsonTexts() {}

  static JsonParser parser(Reader text) throws IOException {
    return FACTORY.createParser(text);
  }

  static JsonGenerator generator(Writer text) throws IOException {
    return FACTORY.createGenerator(text);
  }

  static Place place(JsonLocation location) {
    return new Place(location.getLineNr(), Math.max(1, location.getColumnNr())); // 0 in no text
  }

  /** Says what is wrong; the parser's own message repeats what is in the file. */
  static String explain(JsonProcessingException wrong) {
    return wrong instanceof StreamConstraintsException
        ? TOO_LARGE
        : "the file is not JSON from here on.";
  }

  /** Returns the value that the parser is at. */
  static Cell cell(JsonParser parser, @Nullable JsonToken token, Place place) throws IOException {
    if (token == null) {
      throw new JsonParseException(parser, "no value");
    }
    return switch (token) {
      case VALUE_NULL -> new Cell(null, Form.JSON, place);
      case VALUE_STRING -> new Cell(parser.getText(), Form.STRING, place);
      case START_ARRAY, START_OBJECT -> new Cell(copy(parser), Form.JSON, place);
      default -> new Cell(parser.getText(), Form.JSON, place);
    };
  }

  private static String copy(JsonParser parser) throws IOException {
    var text = new StringWriter();
    try (JsonGenerator generator = generator(text)) {
      generator.copyCurrentStructureExact(parser);
    }
    return text.toString();
  }

  /** Returns a cell as JSON; null if it is none. */
  static @Nullable String json(Cell cell, String text) {
    return switch (cell.form()) {
      case JSON -> text;
      case STRING -> string(text);
      case PLAIN -> isJson(text) ? text : null;
    };
  }

  static String string(String text) {
    var json = new StringWriter();
    try (JsonGenerator generator = generator(json)) {
      generator.writeString(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // there is nothing to go wrong in memory
    }
    return json.toString();
  }

  /** Returns JSON without what is between its values; null if it is none. */
  static @Nullable String compact(String text) {
    if (!isJson(text)) {
      return null;
    }
    try (JsonParser parser = parser(new StringReader(text))) {
      parser.nextToken();
      return copy(parser);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isJson(String text) {
    try (JsonParser parser = parser(new StringReader(text))) {
      if (parser.nextToken() == null) {
        return false;
      }
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (JsonProcessingException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the elements of an array of JSON; null if it is none. */
  static @Nullable List<Cell> elements(String text, Place place) {
    try (JsonParser parser = parser(new StringReader(text))) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        return null;
      }
      List<Cell> elements = new ArrayList<>();
      for (JsonToken token = parser.nextToken();
          token != JsonToken.END_ARRAY;
          token = parser.nextToken()) {
        elements.add(cell(parser, token, place));
      }
      return parser.nextToken() == null ? elements : null;
    } catch (JsonProcessingException e) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
