package library;

import static library.Library.BOOK;
import static library.Library.GENRE;

import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Prints what the library has: nothing in it says that seeds are to run. */
@QuarkusMain
public class LibraryApplication implements QuarkusApplication {

  private final DSLContext dsl;

  LibraryApplication(DataSource dataSource) {
    dsl = DSL.using(dataSource, SQLDialect.H2);
  }

  @Override
  public int run(String... args) {
    System.out.println(dsl.fetchCount(GENRE) + " genres, " + dsl.fetchCount(BOOK) + " books");
    return 0;
  }
}
