package dev.seeder.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeder.Seed;
import dev.seeder.SeedReport;
import dev.seeder.Seeder;
import dev.seeder.TestDatabase;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SeedPageTest {

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DUCKDB") // its catalog is not read by name
  void showsTheSeededTablesOfAnyDatabase(TestDatabase database) throws Exception {
    DSLContext dsl = library(database);
    try {
      SeedReport report = run(dsl, 200);

      Document page = parsed(SeedPage.of(report, Library.seeds(200), dsl).html());

      assertThat(texts(page, "section", "warnings", "li"))
          .containsExactlyInAnyOrder(
              "Seed \"elsewhere\" was skipped: for staging, and no environment is declared.",
              "Column \"note\" of \"reader\" is NULL in every row.",
              "All 200 rows of \"book\" refer by \"shelf_id\" to the same one of 2 rows of"
                  + " \"shelf\".");
      assertThat(headings(page, "book"))
          .startsWith("id", "title", "price", "bought_on", "lent", "shelf_id", "reader_id")
          .contains("shelf_id → shelf", "reader_id → reader", "The first 20 rows");
      assertThat(section(page, "book").getTextContent())
          .contains("200 rows, by books")
          .contains("1 of 2 parents are used, 200.0 rows each");
      assertThat(elements(section(page, "book"), "rect")).hasSizeGreaterThanOrEqualTo(40);
      assertThat(elements(section(page, "book"), "tr")).hasSize(21);
      assertThat(section(page, "book").getTextContent()).doesNotContain("not read");
    } finally {
      database.drop(dsl);
    }
  }

  @Test
  void rowsOfReferenceDataAndOfOthersAreNotShown() throws Exception {
    DSLContext dsl = library(TestDatabase.SQLITE);
    SeedReport report = run(dsl, 200);

    String html = SeedPage.of(report, Library.seeds(200), dsl).html();

    Document page = parsed(html);
    assertThat(elements(section(page, "shelf"), "tr")).isEmpty();
    assertThat(section(page, "shelf").getTextContent()).contains("Novels <b>& \"more\"</b>");
    assertThat(elements(section(page, "reader"), "tr")).hasSize(21);
    assertThat(section(page, "visitor").getTextContent())
        .contains("Values are not shown: no seed of this report has written here.");
    assertThat(html).doesNotContain("Somebody Real", "bcrypt-of-", "<b>&");
    String told = report.entries().get(1).reason();
    assertThat(html).doesNotContain(told.substring(told.indexOf("secret of ")));
  }

  @Test
  void valuesAreNotShownWhereRowsMayBeOfOthers() throws Exception {
    DSLContext dsl = library(TestDatabase.SQLITE);
    SeedReport report = run(dsl, 200);
    dsl.execute("insert into reader (id, name, password_hash) values (99, 'Anna Echt', 'x')");

    String html = SeedPage.of(report, Library.seeds(200), dsl).html();

    assertThat(html).doesNotContain("Anna Echt");
    assertThat(section(parsed(html), "reader").getTextContent())
        .contains("Values are not shown: the table may hold rows of others.");
  }

  @Test
  void aPlanHasNoValues() throws Exception {
    DSLContext dsl = library(TestDatabase.H2);
    SeedReport plan = Seeder.of(dsl).seeds(Library.seeds(5)).plan();

    String html = SeedPage.of(plan, Library.seeds(5), dsl).html();

    assertThat(elements(section(parsed(html), "book"), "rect")).isEmpty();
    assertThat(html).contains("pending, 0 rows, demo data").doesNotContain("Somebody Real");
  }

  @Test
  void oneColumnThatCannotBeReadLeavesTheOthers() throws Exception {
    DSLContext dsl = library(TestDatabase.SQLITE);
    SeedReport report = run(dsl, 200);
    dsl.execute(
        "update book set bought_on = 'soon' where id = 7 or id = (select min(id) from book)");

    Document page = parsed(SeedPage.of(report, Library.seeds(200), dsl).html());

    String book = section(page, "book").getTextContent();
    assertThat(book).containsOnlyOnce("not read: the query failed, or took too long");
    assertThat(elements(section(page, "book"), "rect")).hasSizeGreaterThanOrEqualTo(20);
    assertThat(elements(section(page, "book"), "tr")).hasSize(21);
  }

  @ParameterizedTest
  @EnumSource(
      value = TestDatabase.class,
      names = {"SQLITE", "POSTGRES", "H2"})
  void anOpenTransactionStaysAsItIs(TestDatabase database) {
    DSLContext dsl = library(database);
    try {
      SeedReport report = run(dsl, 50);

      dsl.transaction(
          open -> {
            open.dsl().deleteFrom(Library.VISITOR).execute();
            String html = SeedPage.of(report, Library.seeds(50), open.dsl()).html();
            assertThat(html).contains("Table &quot;visitor&quot; is empty.");
            open.dsl()
                .insertInto(Library.VISITOR, Library.ID, Library.NAME)
                .values(2, "b")
                .execute();
          });

      assertThat(dsl.fetchValues(dsl.select(Library.ID).from(Library.VISITOR))).containsExactly(2);
    } finally {
      database.drop(dsl);
    }
  }

  @Test
  void whatThereIsNoTimeForIsSaid() throws Exception {
    DSLContext dsl = library(TestDatabase.SQLITE);
    SeedReport report = run(dsl, 50);

    String html = SeedPage.of(report, Library.seeds(50), dsl).within(Duration.ZERO).html();

    assertThat(texts(parsed(html), "section", "warnings", "li"))
        .contains("The rows of \"book\" were not counted: that failed, or took too long.");
  }

  @Test
  void queryThatTakesTooLongIsGivenUp() throws Exception {
    DSLContext dsl = library(TestDatabase.SQLITE);
    dsl.connection(
        connection -> {
          try (var queries =
              new BoundedQueries(
                  connection, dsl.dialect(), Duration.ofMillis(200), Duration.ofMinutes(5))) {
            long start = System.nanoTime();
            var answer =
                queries.fetch(
                    DSL.resultQuery(
                        "with recursive n(i) as (select 1 union all select i + 1 from n)"
                            + " select max(i) from n"));

            assertThat(answer).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isLessThan(Duration.ofMinutes(1));
            assertThat(queries.fetch(DSL.select(DSL.inline(1)))).isPresent();
          }
        });
  }

  @Test
  void largeTablesAreLookedAtInPart() throws Exception {
    DSLContext dsl = library(TestDatabase.SQLITE);
    SeedReport report = run(dsl, 50_000);

    Document page = parsed(SeedPage.of(report, Library.seeds(50_000), dsl).html());

    assertThat(section(page, "book").getTextContent())
        .contains("50,000 rows")
        .contains("Values are of one row in 3");
  }

  @Test
  void savesIntoFoldersThatAreMade() throws Exception {
    DSLContext dsl = library(TestDatabase.SQLITE);
    SeedReport report = run(dsl, 50);
    Path file = directory.resolve("new").resolve("page.html");

    SeedPage.of(report, Library.seeds(50), dsl).save(file);

    assertThat(Files.readString(file))
        .isEqualTo(SeedPage.of(report, Library.seeds(50), dsl).html())
        .doesNotContain("<script", "src=", "http-equiv=\"refresh\"");
  }

  private DSLContext library(TestDatabase database) {
    DSLContext dsl =
        DSL.using(database.dataSource(database.freshUrl(directory)), database.dialect());
    Library.create(dsl);
    return dsl;
  }

  private static SeedReport run(DSLContext dsl, int books) {
    List<Seed> seeds = Library.seeds(books);
    return Seeder.of(dsl).seeds(seeds).run();
  }

  private static Document parsed(String html) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(html)));
  }

  private static Element section(Document page, String table) {
    return elements(page.getDocumentElement(), "section").stream()
        .filter(each -> each.getAttribute("id").replace("\"", "").equals("table-" + table))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> headings(Document page, String table) {
    return elements(section(page, table), "h3").stream()
        .map(each -> each.getFirstChild().getTextContent() + rest(each))
        .map(String::strip)
        .toList();
  }

  /** The type of a column is another one on each database. */
  private static String rest(Element heading) {
    return elements(heading, "small").isEmpty()
        ? heading.getTextContent().substring(heading.getFirstChild().getTextContent().length())
        : "";
  }

  private static List<String> texts(Document page, String tag, String kind, String inner) {
    return elements(page.getDocumentElement(), tag).stream()
        .filter(each -> each.getAttribute("class").equals(kind))
        .flatMap(each -> elements(each, inner).stream())
        .map(Element::getTextContent)
        .toList();
  }

  private static List<Element> elements(Element inside, String tag) {
    NodeList found = inside.getElementsByTagName(tag);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }
}
