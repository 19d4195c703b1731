package dev.seeder.files;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveColumn.Filling;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in a JSON Schema, by which editors complete and check, what a file of rows may hold. */
public final class RowSchema {

  private RowSchema() {}

  /** Saves the schema of files for a table. */
  public static void save(RowTable table, Path file) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "Rows of " + table.live().simpleName());
    schema.put("type", "array");
    schema.put("items", row(table));
    try {
      Files.writeString(file, text(schema));
    } catch (IOException e) {
      throw new IllegalStateException("The file \"" + file + "\" could not be written.", e);
    }
  }

  private static Map<String, Object> row(RowTable table) {
    Map<String, Object> columns = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (LiveColumn column : table.live().columns()) {
      if (SavedTable.isSaved(column)) {
        ParentKeys parents = ParentKeys.of(table, column, table.field(table.table(), column));
        columns.put(column.name(), cell(table, column, parents));
        if (parents != null || (!column.nullable() && column.filling() == Filling.NOTHING)) {
          required.add(column.name());
        }
      }
    }
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("type", "object");
    row.put("properties", columns);
    row.put("patternProperties", Map.of(anyCase(columns.keySet()), true));
    row.put("additionalProperties", false);
    if (!required.isEmpty()) {
      row.put("if", Map.of("propertyNames", Map.of("enum", List.copyOf(columns.keySet()))));
      row.put("then", Map.of("required", required));
    }
    return row;
  }

  private static Map<String, Object> cell(
      RowTable table, LiveColumn column, @Nullable ParentKeys parents) {
    Map<String, Object> cell = new LinkedHashMap<>();
    if (parents == null) {
      cell.put("description", column.type().name());
      cell.putAll(table.schema(table.table(), column).json(column.nullable()));
    } else {
      String parent = parents.lookup().table().getName() + "." + parents.column().name();
      cell.put("description", "looked up by " + parent);
      cell.putAll(parents.schema().json(column.nullable()));
    }
    return cell;
  }

  /** Names may be in other letters than the database's; they are let through, and not checked. */
  private static String anyCase(Iterable<String> names) {
    List<String> patterns = new ArrayList<>();
    for (String name : names) {
      patterns.add(name.codePoints().mapToObj(RowSchema::anyCase).collect(Collectors.joining()));
    }
    return "^(" + String.join("|", patterns) + ")$";
  }

  private static String anyCase(int letter) {
    int lower = Character.toLowerCase(letter);
    int upper = Character.toUpperCase(letter);
    if (lower != upper) {
      return "[" + Character.toString(lower) + Character.toString(upper) + "]";
    }
    String text = Character.toString(letter);
    return "\\^$.*+?()[]{}|".contains(text) ? "\\" + text : text;
  }

  private static String text(Object schema) throws IOException {
    var indent = new DefaultIndenter("  ", "\n");
    var text = new StringWriter();
    try (JsonGenerator json = JsonTexts.generator(text)) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter(
                  Separators.createDefaultInstance().withObjectFieldValueSpacing(Spacing.AFTER))
              .withObjectIndenter(indent));
      write(json, schema);
    }
    return text.append("\n").toString();
  }

  private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value instanceof Map<?, ?> members) {
      json.writeStartObject();
      for (Map.Entry<?, ?> member : members.entrySet()) {
        json.writeFieldName(String.valueOf(member.getKey()));
        write(json, member.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof List<?> elements) {
      json.writeStartArray();
      for (Object element : elements) {
        write(json, element);
      }
      json.writeEndArray();
    } else {
      json.writeObject(value); // a text, a number, a truth or null
    }
  }
}
