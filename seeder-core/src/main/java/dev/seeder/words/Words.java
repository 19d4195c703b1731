package dev.seeder.words;

import dev.seeder.random.CellRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import net.datafaker.Faker;
import net.datafaker.service.FakeValuesService;
import net.datafaker.service.FakerContext;
import net.datafaker.service.RandomService;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one of Datafaker's templates in one language, such as {@code #{name.first_name}}.
 *
 * <p>The template is compiled to a tree over Datafaker's word lists that makes the same draws in
 * the same order, and so the same texts, several times faster. It is compared with Datafaker's own
 * when made, unless that is {@linkplain KnownTemplates known} already: a template that gives
 * anything else, or that is not understood, is not {@link #compiled}, and is left to Datafaker.
 * Immutable.
 */
public final class Words {

  /** So many draws find a list that is taken for another, and a pattern that is not applied. */
  private static final int COMPARED = 300;

  /** Combinations beyond this many are drawn, not counted. */
  private static final int LISTED = 1 << 16;

  private final Locale locale;
  private final String template;
  private final @Nullable Node node;

  private Words(Locale locale, String template, @Nullable Node node) {
    this.locale = locale;
    this.template = template;
    this.node = node;
  }

  /** Compiles a template: text with expressions that name Datafaker's methods or lists. */
  public static Words of(Locale locale, String template) {
    Node known = locale.equals(Locale.ENGLISH) ? KnownTemplates.compile(template) : null;
    return known == null ? compared(locale, template) : new Words(locale, template, known);
  }

  private static Words compared(Locale locale, String template) {
    var service = new FakeValuesService();
    var random = new CellRandom();
    var context = new FakerContext(locale, new RandomService(random));
    var faker = new Faker(service, context);
    Node node =
        new TemplateCompiler(key -> service.fetchObject(key, context)).compile(template, "");
    return new Words(
        locale, template, node != null && same(node, template, faker, random) ? node : null);
  }

  /** Compiles a template, if all that it names is there in this language. */
  public static Optional<Words> find(Locale locale, String template) {
    if (locale.equals(Locale.ENGLISH)) {
      if (KnownTemplates.isMissing(template)) {
        return Optional.empty();
      }
      Node known = KnownTemplates.compile(template);
      if (known != null) {
        return Optional.of(new Words(locale, template, known));
      }
    }
    try {
      faker(locale, new CellRandom()).expression(template);
    } catch (RuntimeException e) {
      return Optional.empty();
    }
    return Optional.of(of(locale, template));
  }

  /** Returns the template. */
  public String template() {
    return template;
  }

  /** Returns whether texts can be {@link #draw drawn} here, not by Datafaker only. */
  public boolean compiled() {
    return node != null;
  }

  /**
   * Returns a length that no text exceeds; without a compiled template, no such length is known.
   */
  public int longest() {
    return node == null ? Integer.MAX_VALUE : node.longest();
  }

  /**
   * Returns one text, the same as Datafaker's from the same generator.
   *
   * @throws IllegalStateException if the template is not compiled
   */
  public String draw(RandomGenerator random) {
    if (node == null) {
      throw new IllegalStateException("The template \"" + template + "\" is not compiled.");
    }
    return node.draw(random);
  }

  /**
   * Returns the different texts of the template, in a fixed order: all of them if there are at most
   * 65,536 combinations, otherwise those among as many draws.
   */
  public WordList distinct() {
    List<String> texts = new ArrayList<>();
    if (node != null && node.size() <= LISTED) {
      for (long i = 0; i < node.size(); i++) {
        var text = new StringBuilder();
        node.at(i, text);
        texts.add(text.toString());
      }
    } else {
      var random = new CellRandom();
      Faker faker = node == null ? faker(locale, random) : null;
      long key = CellRandom.columnKey(0, "words", template);
      for (int i = 0; i < LISTED; i++) {
        random.begin(key, i);
        texts.add(faker == null ? draw(random) : faker.expression(template));
      }
    }
    return WordList.distinct(texts);
  }

  private static boolean same(Node node, String template, Faker faker, CellRandom random) {
    for (int i = 0; i < COMPARED; i++) {
      random.begin(0, i);
      String compiled = node.draw(random);
      long state = random.state();
      random.begin(0, i);
      if (!compiled.equals(faker.expression(template)) || random.state() != state) {
        return false;
      }
    }
    return true;
  }

  private static Faker faker(Locale locale, RandomGenerator random) {
    return new Faker(new FakeValuesService(), new FakerContext(locale, new RandomService(random)));
  }
}
