package dev.seeder.cli;

import dev.seeder.Seed;
import dev.seeder.SeedContext;
import dev.seeder.rows.Factory;
import dev.seeder.rows.Values;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Two tables, a seed for each, and a program that has a command line for them. */
final class Library {

  private Library() {}

  static void create(DSLContext dsl) {
    dsl.execute("create table genre (code varchar(20) primary key)");
    dsl.execute(
        "create table book (id integer primary key,"
            + " genre varchar(20) not null references genre (code))");
  }

  static SeederCommand command() {
    return SeederCommand.of(new DemoBooks(), new Genres()).named("library");
  }

  /** Is the program, as a process. */
  public static void main(String[] args) {
    System.exit(command().run(args));
  }

  static final class Genres implements Seed {
    @Override
    public String name() {
      return "genres";
    }

    @Override
    public boolean isReferenceData() {
      return true;
    }

    @Override
    public void run(SeedContext seed) {
      Field<String> code = DSL.field(DSL.name("code"), SQLDataType.VARCHAR);
      seed.insertMissing(
          Factory.of(DSL.table(DSL.name("genre")))
              .generate(code, Values.unique(Values.pattern("genre-#")))
              .rows(3),
          code);
    }
  }

  static final class DemoBooks implements Seed {
    @Override
    public String name() {
      return "demo-books";
    }

    @Override
    public Set<String> dependsOn() {
      return Set.of("genres");
    }

    @Override
    public void run(SeedContext seed) {
      seed.insert(Factory.of(DSL.table(DSL.name("book"))).rows(20));
    }
  }
}
