package dev.seeder.page;

import dev.seeder.Seed;
import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveKey;
import dev.seeder.schema.LiveReference;
import dev.seeder.schema.LiveTable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Name;

/**
 * Writes seeds and tables as the text of a diagram, such as for a README.
 *
 * <pre>{@code
 * String seeds = Diagram.MERMAID.seeds(List.of(new Genres(), new DemoBooks()));
 * String tables = Diagram.DOT.tables(dsl);
 * }</pre>
 *
 * <p>The same seeds or tables give the same text. Safe for use by several threads.
 */
public enum Diagram {

  /** The language of Mermaid, which GitHub and GitLab show inside of Markdown. */
  MERMAID {
    @Override
    public String seeds(Collection<? extends Seed> seeds) {
      Map<String, String> ids = new HashMap<>();
      seeds.forEach(seed -> ids.putIfAbsent(seed.name(), "s" + ids.size()));
      Stream<String> nodes =
          seeds.stream()
              .map(
                  seed ->
                      seed.isReferenceData()
                          ? "  %s[(\"%s\")]".formatted(ids.get(seed.name()), label(seed.name()))
                          : "  %s[\"%s\"]".formatted(ids.get(seed.name()), label(seed.name())));
      Stream<String> edges =
          seeds.stream()
              .flatMap(
                  seed ->
                      needed(seed, ids.keySet())
                          .map(name -> "  " + ids.get(name) + " --> " + ids.get(seed.name())));
      return text("flowchart TD", Stream.concat(nodes, edges), "");
    }

    @Override
    public String tables(DSLContext dsl) {
      List<LiveTable> tables = Tables.of(dsl);
      return text(
          "erDiagram",
          Stream.concat(
              tables.stream().map(MERMAID::entity), tables.stream().flatMap(MERMAID::relations)),
          "");
    }
  },

  /** The language of Graphviz. */
  DOT {
    @Override
    public String seeds(Collection<? extends Seed> seeds) {
      Set<String> names = seeds.stream().map(Seed::name).collect(Collectors.toSet());
      Stream<String> nodes =
          seeds.stream()
              .map(
                  seed ->
                      "  "
                          + quoted(seed.name())
                          + (seed.isReferenceData() ? " [shape=cylinder];" : ";"));
      Stream<String> edges =
          seeds.stream()
              .flatMap(
                  seed ->
                      needed(seed, names)
                          .map(name -> "  " + quoted(name) + " -> " + quoted(seed.name()) + ";"));
      return text("digraph seeds {\n  node [shape=box];", Stream.concat(nodes, edges), "}\n");
    }

    @Override
    public String tables(DSLContext dsl) {
      List<LiveTable> tables = Tables.of(dsl);
      Stream<String> nodes = tables.stream().map(table -> "  " + quoted(title(table.name())) + ";");
      Stream<String> edges =
          tables.stream()
              .flatMap(
                  table ->
                      table.references().stream()
                          .map(
                              reference ->
                                  "  %s -> %s [label=%s];"
                                      .formatted(
                                          quoted(title(table.name())),
                                          quoted(title(reference.parent())),
                                          quoted(Texts.columns(reference)))));
      return text("digraph tables {\n  node [shape=box];", Stream.concat(nodes, edges), "}\n");
    }
  };

  /**
   * Returns seeds and what they depend on; reference data is drawn as a drum. Dependencies that are
   * not among the seeds are left out.
   */
  public abstract String seeds(Collection<? extends Seed> seeds);

  /**
   * Returns the tables of the current schema, and what they refer to, without those in which tools
   * keep their record. Mermaid's text has the columns, too.
   *
   * @throws org.jooq.exception.DataAccessException if the tables cannot be read from the catalog
   */
  public abstract String tables(DSLContext dsl);

  private static Stream<String> needed(Seed seed, Set<String> names) {
    return seed.dependsOn().stream().filter(names::contains).sorted();
  }

  private static String text(String first, Stream<String> lines, String last) {
    return Stream.concat(Stream.of(first), lines).collect(Collectors.joining("\n", "", "\n"))
        + last;
  }

  private String entity(LiveTable table) {
    return table.columns().stream()
        .map(
            column ->
                ("    "
                        + word(column.type().name())
                        + " "
                        + word(column.name())
                        + keys(table, column))
                    .stripTrailing())
        .collect(Collectors.joining("\n", "  \"" + label(title(table.name())) + "\" {\n", "\n  }"));
  }

  private static String keys(LiveTable table, LiveColumn column) {
    String name = column.name();
    boolean refers = table.references().stream().anyMatch(each -> each.columns().contains(name));
    boolean unique =
        table.keys().stream().anyMatch(key -> !key.primary() && isUnique(key, List.of(name)));
    return Stream.of(table.isInPrimaryKey(name) ? "PK" : "", refers ? "FK" : "", unique ? "UK" : "")
        .filter(key -> !key.isEmpty())
        .collect(Collectors.joining(", ", " ", ""));
  }

  private static boolean isUnique(LiveKey key, List<String> columns) {
    return key.where() == null
        && !key.expressions()
        && Set.copyOf(columns).equals(Set.copyOf(key.columns()));
  }

  private Stream<String> relations(LiveTable table) {
    return table.references().stream()
        .map(
            reference ->
                "  \"%s\" %s \"%s\" : \"%s\""
                    .formatted(
                        label(title(reference.parent())),
                        parent(table, reference) + "--" + children(table, reference),
                        label(title(table.name())),
                        label(Texts.columns(reference))));
  }

  private static String parent(LiveTable table, LiveReference reference) {
    boolean optional =
        reference.columns().stream()
            .map(table::column)
            .anyMatch(column -> column != null && column.nullable());
    return optional ? "|o" : "||";
  }

  private static String children(LiveTable table, LiveReference reference) {
    return table.keys().stream().anyMatch(key -> isUnique(key, reference.columns())) ? "o|" : "o{";
  }

  private static String title(Name name) {
    return String.join(".", name.getName());
  }

  /** Mermaid reads a column's name and type as one word each. */
  private static String word(String text) {
    String word = text.replaceAll("[^\\p{IsAlphabetic}\\p{IsDigit}]+", "_").replaceAll("_$", "");
    return word.isEmpty() || !Character.isLetter(word.codePointAt(0)) ? "c" + word : word;
  }

  private static String label(String text) {
    return text.replaceAll("\\s+", " ").replace("#", "#35;").replace("\"", "#quot;");
  }

  private static String quoted(String text) {
    return "\"" + text.replaceAll("\\s+", " ").replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
