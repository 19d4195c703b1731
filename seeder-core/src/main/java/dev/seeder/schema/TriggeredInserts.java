package dev.seeder.schema;

import static dev.seeder.schema.CatalogRows.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.Record;

/** Reads in triggers which tables get rows when rows are inserted into another one. */
public final class TriggeredInserts {

  private static final Pattern INSERT =
      Pattern.compile(
          "\\binsert\\s+(?:or\\s+\\w+\\s+|ignore\\s+)?into\\s+(?:[`\"\\[]?\\w+[`\"\\]]?\\s*\\.\\s*)?"
              + "[`\"\\[]?(\\w+)",
          Pattern.CASE_INSENSITIVE);

  private TriggeredInserts() {}

  /**
   * Returns for each table that triggers insert into the tables that have them.
   *
   * <p>The text of a trigger is taken as it is: what it does only under a condition counts as well,
   * and what it does by calling something else does not.
   */
  public static Map<Name, Set<Name>> of(DSLContext dsl, List<LiveTable> tables) {
    var filledBy = new HashMap<Name, Set<Name>>();
    for (Record trigger : triggers(dsl)) {
      Matcher insert = INSERT.matcher(text(trigger, "body"));
      while (insert.find()) {
        for (LiveTable filled : named(tables, insert.group(1))) {
          for (LiveTable filling : named(tables, text(trigger, "owner"))) {
            filledBy.computeIfAbsent(filled.name(), name -> new HashSet<>()).add(filling.name());
          }
        }
      }
    }
    filledBy.forEach((filled, filling) -> filling.remove(filled));
    return filledBy;
  }

  private static List<LiveTable> named(List<LiveTable> tables, String name) {
    return tables.stream().filter(table -> table.simpleName().equalsIgnoreCase(name)).toList();
  }

  private static List<? extends Record> triggers(DSLContext dsl) {
    return switch (dsl.family()) {
      case SQLITE ->
          dsl.fetch(
              "select tbl_name as owner, sql as body from sqlite_master where type = 'trigger'"
                  + " and lower(sql) like '%insert%on%begin%'");
      case POSTGRES, YUGABYTEDB ->
          dsl.fetch(
              "select c.relname as owner, p.prosrc as body from pg_trigger t"
                  + " join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid"
                  + " where not t.tgisinternal and t.tgtype & 4 <> 0");
      case MARIADB, MYSQL ->
          dsl.fetch(
              "select event_object_table as owner, action_statement as body"
                  + " from information_schema.triggers"
                  + " where event_object_schema = database() and event_manipulation = 'INSERT'");
      default -> List.of();
    };
  }
}
