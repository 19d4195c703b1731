package dev.seeder.transaction;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells the statements that write, as they are sent or made ready, without the values bound to
 * them. The driver behind it is hidden, as its own ways around statements would tell nothing.
 */
final class RecordedConnection {

  private static final Pattern FIRST_WORD = Pattern.compile("^\\W*(\\w+)");

  private static final Set<String> WRITING =
      Set.of("insert", "update", "delete", "merge", "replace", "truncate");

  private final Connection target;
  private final Consumer<String> told;

  private RecordedConnection(Connection target, Consumer<String> told) {
    this.target = target;
    this.told = told;
  }

  static Connection of(Connection target, Consumer<String> told) {
    return Proxies.of(Connection.class, new RecordedConnection(target, told)::onConnection);
  }

  private @Nullable Object onConnection(Object self, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getName().equals("isWrapperFor")) {
      return false;
    }
    tell(arguments);
    Object result = Proxies.call(target, method, arguments);
    return method.getName().equals("createStatement")
        ? Proxies.of(
            Statement.class,
            (statement, called, given) -> {
              tell(given);
              return Proxies.call(result, called, given);
            })
        : result;
  }

  private void tell(Object @Nullable [] arguments) {
    if (arguments == null || arguments.length == 0 || !(arguments[0] instanceof String sql)) {
      return;
    }
    var word = FIRST_WORD.matcher(sql);
    if (word.find() && WRITING.contains(word.group(1).toLowerCase(Locale.ROOT))) {
      told.accept(sql);
    }
  }
}
