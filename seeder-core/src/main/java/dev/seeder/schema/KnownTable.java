package dev.seeder.schema;

import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.TableImpl;

/**
 * A table by its name alone, as {@code DSL.table(name)} is, that has been read already: catalogs
 * are slow to ask for each table of hundreds.
 */
public final class KnownTable extends TableImpl<Record> {

  private static final long serialVersionUID = 1L;

  private final transient LiveTable live;

  private KnownTable(LiveTable live) {
    super(live.name());
    this.live = live;
  }

  /** Returns the table, to be given to jOOQ. */
  public static Table<Record> of(LiveTable live) {
    return new KnownTable(live);
  }

  LiveTable live() {
    return live;
  }
}
