package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows docs/guide.md; of no use in a shop. */
class GuideTest {

  private static final Path GUIDE = Path.of("../../docs/guide.md");
  private static final Pattern BLOCK =
      Pattern.compile(
          "(?:`([^`\\n]+)`:\\n\\n)?^```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final List<Path> LIBRARIES =
      Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
          .map(Path::of)
          .filter(part -> !part.startsWith(Path.of("target").toAbsolutePath()))
          .toList();

  @TempDir Path shop;

  @Test
  void projectIsWhatTheGuideWrites() throws IOException {
    Map<String, String> written = new TreeMap<>();
    for (Block block : blocks()) {
      if (block.file() != null) {
        written.put(block.file(), block.text());
      }
    }

    assertThat(project()).isEqualTo(written);
  }

  @Test
  void everyStepShowsWhatTheGuideSays() throws Exception {
    int shown = 0;
    String commands = "";
    try (var libraries = new URLClassLoader(urls(LIBRARIES), ClassLoader.getPlatformClassLoader())) {
      for (Block block : blocks()) {
        if (block.file() != null) {
          Path file = shop.resolve(block.file());
          Files.createDirectories(file.getParent());
          // the shop of the guide is the working directory, and that of a test cannot be changed
          Files.writeString(file, inShop(block.text()));
        } else if (block.language().equals("sh")) {
          commands = block.text();
        } else {
          assertThat(outputOf(commands, libraries)).as(commands).isEqualTo(block.text());
          shown++;
        }
      }
    }
    assertThat(shown).isEqualTo(8);
  }

  private String outputOf(String commands, ClassLoader libraries) throws Exception {
    String output = "";
    for (String command : commands.split("\n")) {
      if (command.startsWith("rm ")) {
        Files.delete(shop.resolve(command.substring("rm ".length())));
      } else if (command.equals("mvn test")) {
        // this build runs the tests; here they are counted
        output = "[INFO] Tests run: " + tests() + ", Failures: 0, Errors: 0, Skipped: 0\n";
      } else if (command.equals("mvn -q spring-boot:run")) {
        output = start(libraries);
      } else if (command.startsWith("java -jar target/shop-1.0.jar ")) {
        output = start(libraries, inShop(command.replaceFirst("^.*?\\.jar ", "")).split(" "));
      } else {
        assertThat(command).isEqualTo("mvn -q package -DskipTests");
      }
    }
    return output;
  }

  /** Compiles what is in the shop so far, starts it, and returns what it prints. */
  private String start(ClassLoader libraries, String... arguments) throws Exception {
    Path classes = Files.createDirectories(shop.resolve("target/classes"));
    compile(classes);
    PrintStream before = System.out;
    var out = new ByteArrayOutputStream();
    URL[] written = urls(List.of(classes, shop.resolve("src/main/resources")));
    try (var loader = new URLClassLoader(written, libraries)) {
      Thread.currentThread().setContextClassLoader(loader);
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      loader
          .loadClass("shop.ShopApplication")
          .getMethod("main", String[].class)
          .invoke(null, (Object) arguments);
    } finally {
      System.setOut(before);
      Thread.currentThread().setContextClassLoader(GuideTest.class.getClassLoader());
    }
    return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  private void compile(Path classes) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var messages = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
        Stream<Path> sources = Files.walk(shop.resolve("src/main/java"))) {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, LIBRARIES);
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      var units = files.getJavaFileObjectsFromPaths(sources.filter(Files::isRegularFile).toList());
      assertThat(compiler.getTask(messages, files, null, List.of("-proc:none"), null, units).call())
          .as(messages.toString())
          .isTrue();
    }
  }

  private int tests() throws IOException {
    int tests = 0;
    try (Stream<Path> files = Files.list(shop.resolve("src/test/java/shop"))) {
      for (Path file : files.toList()) {
        tests += Files.readString(file).split("@Test\n", -1).length - 1;
      }
    }
    return tests;
  }

  private String inShop(String text) {
    return text.replace("jdbc:sqlite:", "jdbc:sqlite:" + shop + "/");
  }

  /** Returns the files of this project, without this test and what only this build needs. */
  private static Map<String, String> project() throws IOException {
    Map<String, String> project = new TreeMap<>();
    project.put(
        "pom.xml",
        Files.readString(Path.of("pom.xml"))
            .replaceAll("(?m)^ *<(argLine|maven\\.(deploy|install)\\.skip)>.*\\R", ""));
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith("GuideTest.java")) {
          project.put(file.toString().replace('\\', '/'), Files.readString(file));
        }
      }
    }
    return project;
  }

  private static List<Block> blocks() throws IOException {
    var blocks = new ArrayList<Block>();
    var found = BLOCK.matcher(Files.readString(GUIDE));
    while (found.find()) {
      blocks.add(new Block(found.group(1), found.group(2), found.group(3)));
    }
    return blocks;
  }

  private static URL[] urls(List<Path> places) throws MalformedURLException {
    var urls = new URL[places.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = places.get(i).toUri().toURL();
    }
    return urls;
  }

  /**
   * A block of code.
   *
   * @param file the file that it is the content of; null for commands and what they print
   */
  private record Block(String file, String language, String text) {}
}
