package galera;

import static galera.Customers.CREDIT;
import static galera.Customers.CUSTOMER;
import static galera.Customers.EMAIL;
import static galera.Customers.ID;
import static galera.Customers.NAME;
import static galera.Customers.SINCE;
import static java.util.stream.Collectors.joining;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.List;
import java.util.stream.Stream;
import org.jooq.CloseableDSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** A node of the cluster. */
record Node(String port) {

  /** Returns the nodes that the script {@code cluster} has started. */
  static List<Node> all() {
    String ports = System.getenv("GALERA_PORTS");
    if (ports == null) {
      throw new IllegalStateException("There is no cluster.\n  To fix: start examples/galera/run");
    }
    return Stream.of(ports.split(" ")).map(Node::new).toList();
  }

  /** Returns the URL of a database; what is read there is what any node has committed before. */
  String url(String database) {
    return "jdbc:mariadb://127.0.0.1:"
        + port
        + "/"
        + database
        + "?user=root&sslMode=disable&sessionVariables=wsrep_sync_wait=1";
  }

  CloseableDSLContext open(String database) {
    return DSL.using(url(database));
  }

  /** Returns the numbers of rows and the server's checksums of tables. */
  String checksums(String database, List<String> tables) {
    try (CloseableDSLContext dsl = open(database)) {
      return tables.stream()
          .map(
              table ->
                  "%s %,d rows, checksum %s"
                      .formatted(
                          table,
                          dsl.fetchCount(table(name(table))),
                          dsl.fetchSingle("checksum table " + table + " extended").get(1)))
          .collect(joining("; "));
    }
  }

  /** Returns what tells the customers apart from others, whichever keys they were given. */
  String customers(String database) {
    try (CloseableDSLContext dsl = open(database)) {
      Record found =
          dsl.fetchSingle(
              """
              select count(*), count(distinct {0}),
                sum(cast(conv(left(md5(concat_ws('|', {0}, {1}, {2}, {3})), 16), 16, 10) as decimal(20)))
              from {4}
              """,
              EMAIL, NAME, SINCE, CREDIT, CUSTOMER);
      return "%s rows, %s of them distinct, sum of hashes %s"
          .formatted(found.get(0), found.get(1), found.get(2));
    }
  }

  /** Returns by how much the database counts the keys up. */
  String steps(String database) {
    try (CloseableDSLContext dsl = open(database)) {
      return "keys "
          + dsl.select(ID).from(CUSTOMER).orderBy(ID).limit(4).fetch(ID).stream()
              .map(String::valueOf)
              .collect(joining(", "));
    }
  }
}
