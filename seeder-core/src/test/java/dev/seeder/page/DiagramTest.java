package dev.seeder.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeder.Seed;
import dev.seeder.SeedContext;
import dev.seeder.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagramTest {

  @TempDir private Path directory;

  @Test
  void seedsAreAFlowchartOfMermaid() {
    assertThat(Diagram.MERMAID.seeds(Library.seeds(1)))
        .isEqualTo(
            """
            flowchart TD
              s0[("shelves")]
              s1["readers"]
              s2["books"]
              s3["elsewhere"]
              s1 --> s2
              s0 --> s2
            """);
  }

  @Test
  void seedsAreADigraphOfGraphviz() {
    assertThat(Diagram.DOT.seeds(Library.seeds(1)))
        .isEqualTo(
            """
            digraph seeds {
              node [shape=box];
              "shelves" [shape=cylinder];
              "readers";
              "books";
              "elsewhere";
              "readers" -> "books";
              "shelves" -> "books";
            }
            """);
  }

  @Test
  void namesEndNoQuotesAndDependenciesMayBeElsewhere() {
    List<Seed> seeds = List.of(new Named("a \"b\" #1\n\\", Set.of("not here")));

    assertThat(Diagram.MERMAID.seeds(seeds))
        .isEqualTo("flowchart TD\n  s0[\"a #quot;b#quot; #35;1 \\\"]\n");
    assertThat(Diagram.DOT.seeds(seeds))
        .isEqualTo("digraph seeds {\n  node [shape=box];\n  \"a \\\"b\\\" #1 \\\\\";\n}\n");
    assertThat(Diagram.MERMAID.seeds(List.of())).isEqualTo("flowchart TD\n");
  }

  @Test
  void tablesAreAnEntityDiagramOfMermaid() {
    DSLContext dsl = tables();

    assertThat(Diagram.MERMAID.tables(dsl))
        .isEqualTo(
            """
            erDiagram
              "author" {
                INTEGER id PK
                varchar_20 email UK
              }
              "book" {
                INTEGER id PK
                decimal_8_2 list_price
                INTEGER author_id FK
                INTEGER sequel_of FK, UK
              }
              "author" ||--o{ "book" : "author_id"
              "book" |o--o| "book" : "sequel_of"
            """);
  }

  @Test
  void tablesAreADigraphOfGraphviz() {
    DSLContext dsl = tables();

    assertThat(Diagram.DOT.tables(dsl))
        .isEqualTo(
            """
            digraph tables {
              node [shape=box];
              "author";
              "book";
              "book" -> "author" [label="author_id"];
              "book" -> "book" [label="sequel_of"];
            }
            """);
  }

  private DSLContext tables() {
    TestDatabase database = TestDatabase.SQLITE;
    DSLContext dsl =
        DSL.using(database.dataSource(database.freshUrl(directory)), database.dialect());
    dsl.execute("create table author (id integer primary key, email varchar(20) not null unique)");
    dsl.execute(
        """
        create table book (
          id integer primary key,
          "list price" decimal(8, 2),
          author_id integer not null references author (id),
          sequel_of integer unique references book (id))""");
    return dsl;
  }

  private record Named(String name, Set<String> dependsOn) implements Seed {
    @Override
    public void run(SeedContext seed) {
      throw new IllegalStateException("Nobody runs it.");
    }
  }
}
