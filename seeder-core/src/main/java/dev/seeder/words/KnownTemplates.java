package dev.seeder.words;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Templates of which a test has compared the compiled tree with Datafaker's own texts, in English
 * and for one version of Datafaker: they need no comparison in each run.
 */
final class KnownTemplates {

  /** The version that was compared; with any other nothing is known. */
  static final String DATAFAKER = "2.7.0";

  static final Set<String> SAME =
      Set.of(
          "#{Address.postcode}",
          "#{address.city}",
          "#{address.country}",
          "#{address.full_address}",
          "#{address.state}",
          "#{address.state_abbr}",
          "#{address.street_address}",
          "#{address.time_zone}",
          "#{book.title}",
          "#{color.name}",
          "#{commerce.department}",
          "#{commerce.product_name.adjective} #{commerce.product_name.material}"
              + " #{commerce.product_name.product}",
          "#{commerce.product_name.material}",
          "#{company.industry}",
          "#{company.name}",
          "#{demographic.demonym}",
          "#{food.dish}",
          "#{food.ingredients}",
          "#{hobby.activity}",
          "#{job.key_skills}",
          "#{job.position}",
          "#{job.title}",
          "#{lorem.words}",
          "#{movie.name}",
          "#{music.albums}",
          "#{music.bands}",
          "#{name.female_first_name}",
          "#{name.first_name}",
          "#{name.last_name}",
          "#{name.male_first_name}",
          "#{team.name}",
          "#{team.sport}",
          "#{university.name}");

  /** What English lacks, and other languages have. */
  static final Set<String> MISSING = Set.of("#{name.male_last_name}", "#{name.female_last_name}");

  private static final boolean APPLY = DATAFAKER.equals(VersionFile.DATAFAKER);

  private KnownTemplates() {}

  /** Returns the tree of a template; null if it is not known, or its lists cannot be read here. */
  static @Nullable Node compile(String template) {
    return APPLY && SAME.contains(template)
        ? new TemplateCompiler(EnglishLists::find).compile(template, "")
        : null;
  }

  /** Returns whether it is known that Datafaker has nothing for the template. */
  static boolean isMissing(String template) {
    return APPLY && MISSING.contains(template);
  }
}
