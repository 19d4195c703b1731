package dev.seeder.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.seeder.schema.LiveSchema;
import dev.seeder.schema.LiveTable;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.CloseableDSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowFileTest {

  private static final Table<Record> COUNTRY = table(name("country"));
  private static final int ROWS = 100_000;
  private static final int BUFFERED = 100_000;

  @ParameterizedTest
  @CsvSource({"rows.csv", "rows.json", "rows.yaml"})
  void rowsAreReadWhenTheyAreAskedFor(String name) {
    var read = new AtomicLong();
    var open = new AtomicInteger();
    var file = new RowFile(name, () -> new MadeFile(name, read, open));

    try (CloseableDSLContext dsl = DSL.using("jdbc:sqlite::memory:")) {
      dsl.execute("create table country (code varchar(10), name varchar(200))");
      LiveTable live = Objects.requireNonNull(LiveSchema.table(dsl, COUNTRY));
      RowFile.Rows rows = file.open(new RowTable(dsl, COUNTRY, live, Clock.systemUTC(), List.of()));
      long size = read.getAndSet(0);
      assertThat(size).isGreaterThan(10_000_000);
      assertThat(open).hasValue(1);

      try (var values = rows.values()) {
        Iterator<Object[]> each = values.iterator();
        long count = 0;
        while (each.hasNext()) {
          each.next();
          count++;
          assertThat(read.get()).isLessThan(count * size / ROWS + BUFFERED);
        }
        assertThat(count).isEqualTo(ROWS);
      }
      assertThat(open).hasValue(0);
    }
  }

  /** A file of 10 MB that is made while it is read. */
  private static final class MadeFile extends InputStream {

    private final String name;
    private final AtomicLong read;
    private final AtomicInteger open;
    private byte[] line;
    private int at;
    private int next;

    MadeFile(String name, AtomicLong read, AtomicInteger open) {
      this.name = name;
      this.read = read;
      this.open = open;
      this.line = bytes(is(".csv") ? "code,name\n" : is(".json") ? "[\n" : "");
      open.incrementAndGet();
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      if (at == line.length) {
        next++;
        at = 0;
        line = next > ROWS ? bytes(is(".json") && next == ROWS + 1 ? "]\n" : "") : row();
      }
      int count = Math.min(length, line.length - at);
      System.arraycopy(line, at, into, offset, count);
      at += count;
      read.addAndGet(count);
      return count == 0 ? -1 : count;
    }

    private boolean is(String ending) {
      return name.endsWith(ending);
    }

    private byte[] row() {
      String text = "x".repeat(70);
      String format =
          is(".csv")
              ? "%010d,\"%s\n%020d\"\n"
              : is(".yaml")
                  ? "- code: %010d\n  name: %s%020d\n"
                  : "{\"code\": \"%010d\", \"name\": \"%s%020d\"}" + (next < ROWS ? ",\n" : "\n");
      return bytes(String.format(Locale.ROOT, format, next, text, next));
    }

    private static byte[] bytes(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
      open.decrementAndGet();
    }
  }
}
