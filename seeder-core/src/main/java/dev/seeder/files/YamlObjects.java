package dev.seeder.files;

import dev.seeder.files.Utf8Reader.NotUtf8;
import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.Event.ID;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads a YAML list of mappings, event by event: nothing of it is made an object by YAML's own
 * rules, and anchors, aliases and tags are refused.
 */
final class YamlObjects implements ObjectReader {

  private static final String EXPECTED =
      "expected a list of rows, each of \"- column: value\" and more such lines.";

  private static final String NO_YAML = "the file is not YAML from here on.";

  private final YamlText text;
  private final ParserImpl parser;
  private final YamlValues values;
  private final Mistakes mistakes;
  private boolean begun;

  YamlObjects(Reader text, Mistakes mistakes) {
    this.text = new YamlText(text);
    this.mistakes = mistakes;
    var options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE); // a row is limited, the file is not
    this.parser = new ParserImpl(new StreamReader(this.text), options);
    this.values = new YamlValues(parser, mistakes);
  }

  @Override
  public @Nullable ObjectRow next() throws IOException {
    try {
      ObjectRow row = begun || begins() ? object() : null;
      begun = true;
      return row;
    } catch (YAMLException e) {
      tell(e);
    } catch (NumberFormatException e) {
      // the parser lets it out of a tag with half a percent sign's code
      mistakes.add(values.place(), NO_YAML);
    }
    return null;
  }

  /** Tells why the file cannot be read on; the parser's own message repeats what is in it. */
  private void tell(YAMLException wrong) throws IOException {
    if (wrong.getCause() instanceof NotUtf8 notUtf8) {
      mistakes.add(notUtf8.place(), NotUtf8.MESSAGE);
    } else if (wrong.getCause() instanceof YamlText.Refused refused) {
      mistakes.add(refused.place(), String.valueOf(refused.getMessage()));
    } else if (wrong.getCause() instanceof IOException failure) {
      throw failure;
    } else {
      Place place =
          wrong instanceof MarkedYAMLException marked && marked.getProblemMark() != null
              ? YamlValues.place(marked.getProblemMark())
              : values.place();
      mistakes.add(place, NO_YAML);
    }
  }

  private boolean begins() {
    Event event = values.next();
    while (event.is(ID.StreamStart) || event.is(ID.DocumentStart)) {
      event = values.next();
    }
    if (event.is(ID.SequenceStart)) {
      return true;
    }
    mistakes.add(values.place(), EXPECTED);
    return false;
  }

  private @Nullable ObjectRow object() throws IOException {
    Event event = values.next();
    if (event.is(ID.SequenceEnd)) {
      end();
      return null;
    }
    if (!event.is(ID.MappingStart)) {
      mistakes.add(values.place(), "expected a row, \"- column: value\" and more such lines.");
      return null;
    }
    Place begin = values.place();
    Map<String, Cell> cells = new LinkedHashMap<>();
    for (event = values.next(); !event.is(ID.MappingEnd); event = values.next()) {
      if (!(event instanceof ScalarEvent name)) {
        mistakes.add(values.place(), "expected the name of a column.");
        return null;
      }
      values.next();
      Cell cell = values.cell();
      if (cell == null) {
        return null;
      }
      if (cells.putIfAbsent(name.getValue(), cell) != null) {
        mistakes.add(cell.place(), name.getValue(), "is in this row twice.");
      }
    }
    text.endRow();
    return new ObjectRow(begin, cells);
  }

  private void end() {
    values.next(); // the end of the document
    if (!values.next().is(ID.StreamEnd)) {
      mistakes.add(values.place(), "expected nothing behind the list of rows.");
    }
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
