package dev.seeder.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.name;

import dev.seeder.schema.LiveColumn.Filling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;

class TableOrderTest {

  @Test
  void tablesComeAfterThoseThatTheyReferTo() {
    TableOrder order =
        order(
            List.of(
                table("sale", refers("book", false), refers("customer", false)),
                table("book", refers("author", false)),
                table("author"),
                table("customer")));

    assertThat(names(order)).containsExactly("author", "customer", "book", "sale");
    assertThat(order.later()).isEmpty();
  }

  @Test
  void referencesToItselfAndToTablesElsewhereDoNotCount() {
    TableOrder order =
        order(List.of(table("person", refers("person", false), refers("planet", false))));

    assertThat(names(order)).containsExactly("person");
  }

  @Test
  void aReferenceThatCanBeNullOpensACircle() {
    TableOrder order =
        order(
            List.of(
                table("department", refers("employee", true)),
                table("employee", refers("department", false), refers("employee", true))));

    assertThat(names(order)).containsExactly("department", "employee");
    assertThat(order.later()).containsOnlyKeys(name("department"));
  }

  @Test
  void aReferenceThatIsCheckedAtTheEndOpensACircleToo() {
    TableOrder order =
        order(
            List.of(
                table("contract", refers("amendment", false).deferrable()),
                table("amendment", refers("contract", false))));

    assertThat(names(order)).containsExactly("contract", "amendment");
    assertThat(order.deferred()).containsOnlyKeys(name("contract"));
  }

  @Test
  void whereParentsCanComeLateAnyReferenceOpensACircle() {
    List<LiveTable> tables =
        List.of(
            table("store", refers("staff", false)),
            table("staff", refers("store", false), refers("address", false)),
            table("address"));

    TableOrder order = TableOrder.of(tables, Map.of(), true);

    assertThat(names(order)).containsExactly("address", "store", "staff");
    assertThat(order.deferred()).containsOnlyKeys(name("store"));
  }

  @Test
  void tablesComeAfterThoseWhoseTriggersFillThem() {
    List<LiveTable> tables =
        List.of(table("audit"), table("film", refers("language", false)), table("language"));

    assertThat(names(TableOrder.of(tables, Map.of(name("audit"), Set.of(name("film"))), false)))
        .containsExactly("language", "film", "audit");
    assertThat(names(TableOrder.of(tables, Map.of(name("language"), Set.of(name("film"))), false)))
        .containsExactly("audit", "language", "film");
  }

  @Test
  void namesTheTablesOfACircleThatNothingOpens() {
    assertThatThrownBy(
            () ->
                order(
                    List.of(
                        table("d", refers("a", false)),
                        table("a", refers("b", false)),
                        table("b", refers("c", false)),
                        table("c", refers("a", false)))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            Tables refer to each other in a circle, by columns that are NOT NULL: a -> b -> c -> a
              To fix: let one of the columns be NULL, or its foreign key be deferrable.""");
  }

  private static TableOrder order(List<LiveTable> tables) {
    return TableOrder.of(tables, Map.of(), false);
  }

  private static List<String> names(TableOrder order) {
    return order.tables().stream().map(LiveTable::simpleName).toList();
  }

  private static Refers refers(String parent, boolean nullable) {
    return new Refers(parent, nullable, false);
  }

  private record Refers(String parent, boolean nullable, boolean atTheEnd) {
    Refers deferrable() {
      return new Refers(parent, nullable, true);
    }
  }

  private static LiveTable table(String name, Refers... references) {
    List<LiveColumn> columns = new ArrayList<>();
    List<LiveReference> all = new ArrayList<>();
    LiveType type = TypeShapes.integer("int", SQLDataType.INTEGER, 1, Integer.MAX_VALUE);
    columns.add(new LiveColumn("id", type, false, Filling.IDENTITY));
    for (Refers each : references) {
      String column = each.parent() + "_id";
      columns.add(new LiveColumn(column, type, each.nullable(), Filling.NOTHING));
      all.add(
          new LiveReference(
              "", List.of(column), name(each.parent()), List.of("id"), each.atTheEnd()));
    }
    var key = new LiveKey("", List.of("id"), true, false, null, false);
    return new LiveTable(name(name), columns, List.of(key), all, List.of());
  }
}
