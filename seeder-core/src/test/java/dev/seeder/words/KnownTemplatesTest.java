package dev.seeder.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seeder.random.CellRandom;
import java.util.Locale;
import net.datafaker.Faker;
import net.datafaker.service.FakeValuesService;
import net.datafaker.service.FakerContext;
import net.datafaker.service.RandomService;
import org.junit.jupiter.api.Test;

class KnownTemplatesTest {

  private final CellRandom random = new CellRandom();
  private final FakeValuesService service = new FakeValuesService();
  private final FakerContext context = new FakerContext(Locale.ENGLISH, new RandomService(random));
  private final Faker faker = new Faker(service, context);

  @Test
  void areThoseOfTheVersionThatSeederIsBuiltWith() {
    assertThat(KnownTemplates.DATAFAKER).isEqualTo(VersionFile.DATAFAKER);
  }

  @Test
  void giveWhatDatafakerGives() {
    for (String template : KnownTemplates.SAME) {
      Node node = KnownTemplates.compile(template);

      assertThat(node).as(template).isNotNull();
      for (int row = 0; row < 1_000; row++) {
        random.begin(7, row);
        String drawn = node.draw(random);
        long state = random.state();
        random.begin(7, row);
        assertThat(drawn).as(template).isEqualTo(faker.expression(template));
        assertThat(random.state()).as(template).isEqualTo(state);
      }
    }
  }

  @Test
  void haveTheTextsOfDatafakersLists() {
    for (String template : KnownTemplates.SAME) {
      Node ours = KnownTemplates.compile(template);
      Node theirs =
          new TemplateCompiler(key -> service.fetchObject(key, context)).compile(template, "");

      assertThat(ours.size()).as(template).isEqualTo(theirs.size());
      for (long index = 0; index < Math.min(ours.size(), 10_000); index++) {
        assertThat(text(ours, index)).as(template).isEqualTo(text(theirs, index));
      }
    }
  }

  @Test
  void missingAreThoseThatDatafakerRefuses() {
    for (String template : KnownTemplates.MISSING) {
      assertThatThrownBy(() -> faker.expression(template)).as(template).isNotNull();
    }
  }

  private static String text(Node node, long index) {
    var text = new StringBuilder();
    node.at(index, text);
    return text.toString();
  }
}
