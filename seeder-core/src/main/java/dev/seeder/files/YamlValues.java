package dev.seeder.files;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.seeder.files.Cell.Form;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.Event.ID;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;

/** Values of YAML, as texts and as JSON. Not safe for use by several threads. */
final class YamlValues {

  /** As deep as JSON may be. */
  private static final int DEEPEST = 1_000;

  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

  /** What is no text in JSON, of which YAML's own numbers and truths are more. */
  private static final Pattern NO_TEXT =
      Pattern.compile("true|false|-?(0|[1-9][0-9]{0,999})(\\.[0-9]{1,999})?([eE][+-]?[0-9]{1,4})?");

  private final Parser parser;
  private final Mistakes mistakes;
  private Place place = new Place(1, 1);
  private @Nullable Event event;

  YamlValues(Parser parser, Mistakes mistakes) {
    this.parser = parser;
    this.mistakes = mistakes;
  }

  static Place place(Mark mark) {
    return new Place(mark.getLine() + 1L, mark.getColumn() + 1L);
  }

  /** Returns where the last event begins. */
  Place place() {
    return place;
  }

  /** Returns the next event, and tells what of it is not read. */
  Event next() {
    Event next = parser.getEvent();
    event = next;
    if (next.getStartMark() != null) {
      place = place(next.getStartMark());
    }
    String tag =
        next instanceof ScalarEvent scalar
            ? scalar.getTag()
            : next instanceof CollectionStartEvent start ? start.getTag() : null;
    if (tag != null) {
      mistakes.add(place, "a tag (!) is not read; the column says what its values are.");
    }
    if (next.is(ID.Alias)) {
      mistakes.add(place, "an alias (*) is not read; write the value itself, or quote the text.");
    } else if (next instanceof NodeEvent node && node.getAnchor() != null) {
      mistakes.add(place, "an anchor (&) is not read; leave it out, or quote the text.");
    }
    return next;
  }

  /** Returns the value that begins with the last event; null if it cannot be read on from it. */
  @Nullable Cell cell() throws IOException {
    Place begin = place;
    if (event instanceof ScalarEvent scalar) {
      if (isNull(scalar)) {
        return new Cell(null, Form.PLAIN, begin);
      }
      return new Cell(scalar.getValue(), isText(scalar) ? Form.STRING : Form.JSON, begin);
    }
    var json = new StringWriter();
    try (JsonGenerator generator = JsonTexts.generator(json)) {
      if (!copy(generator, DEEPEST)) {
        return null;
      }
    }
    return new Cell(json.toString(), Form.JSON, begin);
  }

  private static boolean isNull(ScalarEvent scalar) {
    return scalar.isPlain() && NULLS.contains(scalar.getValue());
  }

  private static boolean isText(ScalarEvent scalar) {
    return !scalar.isPlain() || !NO_TEXT.matcher(scalar.getValue()).matches();
  }

  private boolean copy(JsonGenerator json, int depth) throws IOException {
    if (depth == 0) {
      mistakes.add(place, JsonTexts.TOO_LARGE);
      return false;
    }
    if (event instanceof ScalarEvent scalar) {
      if (isNull(scalar)) {
        json.writeNull();
      } else if (isText(scalar)) {
        json.writeString(scalar.getValue());
      } else {
        json.writeRawValue(scalar.getValue());
      }
    } else if (event instanceof NodeEvent node && node.is(ID.SequenceStart)) {
      json.writeStartArray();
      while (!next().is(ID.SequenceEnd)) {
        if (!copy(json, depth - 1)) {
          return false;
        }
      }
      json.writeEndArray();
    } else if (event instanceof NodeEvent node && node.is(ID.MappingStart)) {
      json.writeStartObject();
      while (!next().is(ID.MappingEnd)) {
        if (!(event instanceof ScalarEvent name)) {
          mistakes.add(place, "expected a name, as JSON has them.");
          return false;
        }
        json.writeFieldName(name.getValue());
        next();
        if (!copy(json, depth - 1)) {
          return false;
        }
      }
      json.writeEndObject();
    } else {
      json.writeNull(); // an alias, which has been told
    }
    return true;
  }
}
