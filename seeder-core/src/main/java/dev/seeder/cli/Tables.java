package dev.seeder.cli;

import org.jooq.Name;
import org.jooq.impl.DSL;

/** The names of tables, as they are typed. */
final class Tables {

  private Tables() {}

  static Name name(String typed) {
    return DSL.name(typed.split("\\."));
  }
}
