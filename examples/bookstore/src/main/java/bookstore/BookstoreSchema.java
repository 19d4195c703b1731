package bookstore;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.conf.ParseNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.impl.DSL;

/** The tables of the bookstore. */
public final class BookstoreSchema {

  private static final String SCRIPT = "/db/bookstore.sql";

  private BookstoreSchema() {}

  /** Creates the tables: jOOQ translates {@code bookstore.sql} for the database of {@code dsl}. */
  public static void create(DSLContext dsl) {
    // names in lower case everywhere, as in the generated classes; H2 would prefer upper case
    DSLContext lowerCase =
        DSL.using(
            dsl.configuration()
                .deriveSettings(
                    settings ->
                        settings
                            .withParseNameCase(ParseNameCase.LOWER_IF_UNQUOTED)
                            .withRenderQuotedNames(RenderQuotedNames.ALWAYS)));
    for (Query statement : lowerCase.parser().parse(script())) {
      lowerCase.execute(statement);
    }
  }

  private static String script() {
    try (InputStream in = BookstoreSchema.class.getResourceAsStream(SCRIPT)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
