package dev.seeder.rows;

import java.util.List;

/** The parents of a foreign key of one column: whole numbers take eight bytes each. */
record ParentColumn(String column, String table, ReadValues<?> values) implements Choices {

  @Override
  public List<String> columns() {
    return List.of(column);
  }

  @Override
  public long size() {
    return values.size();
  }

  @Override
  public Object at(int place, long index, long block) {
    return values.at(index);
  }

  @Override
  public String describe() {
    return ParentRows.describe(values.size(), table);
  }
}
