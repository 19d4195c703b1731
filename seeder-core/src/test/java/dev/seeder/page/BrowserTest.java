package dev.seeder.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.seeder.SeedReport;
import dev.seeder.Seeder;
import dev.seeder.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a real browser: Chromium, where there is one on the PATH. */
class BrowserTest {

  private static final List<Integer> WIDTHS = List.of(360, 1280);

  /** Shows the page as wide as a telephone and as a desk, and writes down what is seen there. */
  private static final String FRAMES =
      """
      <!DOCTYPE html><html><head><link rel="icon" href="data:,"></head><body><script>
      const seen = document.createElement('pre');
      addEventListener('load', () => {
        for (const frame of document.querySelectorAll('iframe')) {
          const page = frame.contentDocument, root = page.documentElement;
          const sticksOut = [...page.querySelectorAll('body *')].filter(each =>
            !each.closest('.scroll table') && each.getBoundingClientRect().right > root.clientWidth + 1);
          const squeezed = [...page.querySelectorAll('.card')].filter(each =>
            each.scrollWidth > each.clientWidth + 1);
          seen.append(frame.width + ' wide: ' + root.scrollWidth + ' needed, '
            + sticksOut.length + ' stick out, ' + squeezed.length + ' squeezed, '
            + frame.contentWindow.performance.getEntriesByType('resource').length + ' loaded, '
            + page.querySelectorAll('h1').length + ' title, back '
            + frame.contentWindow.getComputedStyle(page.body).backgroundColor + '\\n');
        }
        document.body.append(seen);
      });
      </script>
      FRAMES
      </body></html>""";

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void nothingSticksOutOrIsLoadedFromElsewhere(String scheme) throws Exception {
    String page = page();

    Seen seen = open(page, scheme);

    String back = scheme.equals("light") ? "rgb(246, 247, 249)" : "rgb(18, 22, 28)";
    assertThat(seen.lines())
        .containsExactly(
            "360 wide: 360 needed, 0 stick out, 0 squeezed, 0 loaded, 1 title, back " + back,
            "1280 wide: 1280 needed, 0 stick out, 0 squeezed, 0 loaded, 1 title, back " + back);
    assertThat(seen.asked()).containsOnly("/frames", "/page");
    assertThat(seen.console()).isEmpty();
  }

  /** What is never found proves nothing. */
  @Test
  void whatSticksOutOrIsLoadedIsFound() throws Exception {
    String page =
        page()
            .replaceFirst("<main>", "<main><p style=\"width:2000px\">wide</p>")
            .replaceFirst("</main>", "<img src=\"/elsewhere.png\"/></main>");

    Seen seen = open(page, "light");

    assertThat(seen.lines().get(0)).contains("1 stick out").doesNotContain(" 360 needed");
    assertThat(seen.console())
        .isNotEmpty()
        .allMatch(line -> line.contains("elsewhere.png") && line.contains("Content Security"));
    assertThat(seen.asked()).as("the policy forbids it").doesNotContain("/elsewhere.png");
  }

  /** What the browser has seen, asked for and complained of. */
  private record Seen(List<String> lines, List<String> asked, List<String> console) {}

  private String page() {
    TestDatabase database = TestDatabase.SQLITE;
    DSLContext dsl =
        DSL.using(database.dataSource(database.freshUrl(directory)), database.dialect());
    Library.create(dsl);
    SeedReport report = Seeder.of(dsl).seeds(Library.seeds(200)).run();
    return SeedPage.of(report, Library.seeds(200), dsl).html();
  }

  private Seen open(String page, String scheme) throws Exception {
    Path browser = chromium();
    assumeThat(browser).as("Chromium on the PATH, which this test opens the page in").isNotNull();
    var asked = new ConcurrentLinkedQueue<String>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          asked.add(path);
          answer(exchange, path.equals("/frames") ? frames() : path.equals("/page") ? page : "");
        });
    server.start();
    try {
      Path shown = directory.resolve("shown.html");
      Path errors = directory.resolve("errors.txt");
      Process process =
          new ProcessBuilder(
                  String.valueOf(browser),
                  "--headless",
                  "--no-sandbox",
                  "--disable-gpu",
                  "--hide-scrollbars",
                  "--disable-dev-shm-usage",
                  "--disable-background-networking",
                  "--no-first-run",
                  "--user-data-dir=" + directory.resolve("profile"),
                  "--blink-settings=preferredColorScheme=" + (scheme.equals("dark") ? 0 : 1),
                  "--enable-logging=stderr",
                  "--virtual-time-budget=10000",
                  "--dump-dom",
                  "http://127.0.0.1:" + server.getAddress().getPort() + "/frames")
              .redirectOutput(shown.toFile())
              .redirectError(errors.toFile())
              .start();
      boolean ended = process.waitFor(2, TimeUnit.MINUTES);
      process.destroyForcibly();
      assertThat(ended).as("Chromium ended in time: %s", Files.readString(errors)).isTrue();
      String seen = Files.readString(shown, UTF_8);
      assertThat(seen).as(Files.readString(errors)).contains("<pre>");
      return new Seen(
          seen.substring(seen.indexOf("<pre>") + 5, seen.indexOf("</pre>"))
              .strip()
              .lines()
              .toList(),
          List.copyOf(asked),
          Files.readAllLines(errors, UTF_8).stream()
              .filter(line -> line.contains(":CONSOLE"))
              .toList());
    } finally {
      server.stop(0);
    }
  }

  private static String frames() {
    List<String> frames = new ArrayList<>();
    for (int width : WIDTHS) {
      frames.add("<iframe src=\"/page\" frameborder=\"0\" height=\"800\" width=\"" + width + "\">");
    }
    return FRAMES.replace("FRAMES\n", String.join("</iframe>", frames) + "</iframe>\n");
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
    exchange.sendResponseHeaders(text.isEmpty() ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static @Nullable Path chromium() {
    String path = System.getenv("PATH");
    return Arrays.stream((path == null ? "" : path).split(File.pathSeparator))
        .flatMap(
            folder ->
                Stream.of("chromium", "chromium-browser", "google-chrome", "chrome")
                    .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }
}
