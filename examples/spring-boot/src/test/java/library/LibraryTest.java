package library;

import static library.Library.BOOK;
import static library.Library.GENRE;
import static org.assertj.core.api.Assertions.assertThat;

import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(properties = "spring.datasource.url=jdbc:h2:mem:library-test")
class LibraryTest {

  @Autowired DSLContext dsl;

  @Test
  void theContextStartsWithALibraryOfBooks() {
    assertThat(dsl.fetchCount(GENRE)).isEqualTo(4);
    assertThat(dsl.fetchCount(BOOK)).isEqualTo(50);
  }

  @Test
  void flywayRecordsTheSeedsAfterTheSchema() {
    assertThat(
            dsl.fetch(
                    "select \"description\", \"script\" from \"flyway_schema_history\""
                        + " where \"script\" <> '' order by \"installed_rank\"")
                .formatCSV(false))
        .isEqualTo("Library,V1__Library.sql\nseeds,\"seeds (demo-books, genres)\"\n");
  }
}
