package library;

import static library.Library.BOOK;
import static library.Library.GENRE;

import org.jooq.DSLContext;
import org.springframework.boot.CommandLineRunner;
import org.springframework.stereotype.Component;

/** Prints what the library has. */
@Component
class Inventory implements CommandLineRunner {

  private final DSLContext dsl;

  Inventory(DSLContext dsl) {
    this.dsl = dsl;
  }

  @Override
  public void run(String... args) {
    System.out.println(dsl.fetchCount(GENRE) + " genres, " + dsl.fetchCount(BOOK) + " books");
  }
}
