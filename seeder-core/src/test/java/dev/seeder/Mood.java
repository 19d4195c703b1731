package dev.seeder;

import java.util.Locale;
import org.jooq.EnumType;

/** As generated code would have it, of a type of the database. */
enum Mood implements EnumType {
  HAPPY,
  SAD;

  @Override
  public String getLiteral() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String getName() {
    return "mood";
  }
}
