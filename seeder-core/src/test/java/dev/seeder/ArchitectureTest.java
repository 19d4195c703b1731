package dev.seeder;

import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureTest {

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(new ImportOption.DoNotIncludeJars())
          .importPackages("dev.seeder");

  @ParameterizedTest
  @CsvSource({
    "dev.seeder, 'dev.seeder.write, dev.seeder.transaction, dev.seeder.environment, dev.seeder.compare,"
        + " dev.seeder.rows, dev.seeder.schema, dev.seeder.words, org.jooq.., net.datafaker..'",
    "dev.seeder.cli, 'dev.seeder, dev.seeder.rows, dev.seeder.environment, dev.seeder.words,"
        + " org.jooq.., picocli.., com.fasterxml.jackson.core..'",
    "dev.seeder.rows, 'dev.seeder.schema, dev.seeder.check, dev.seeder.pattern,"
        + " dev.seeder.meaning, dev.seeder.random, dev.seeder.words, dev.seeder.files,"
        + " org.jooq.., net.datafaker..'",
    "dev.seeder.files, 'dev.seeder.schema, dev.seeder.words, org.jooq.., de.siegmar.fastcsv..,"
        + " com.fasterxml.jackson.core.., org.yaml.snakeyaml..'",
    "dev.seeder.compare, 'dev.seeder.schema, org.jooq..'",
    "dev.seeder.environment, org.jooq..",
    "dev.seeder.junit, 'dev.seeder, dev.seeder.environment, dev.seeder.words, org.jooq..,"
        + " org.postgresql.., org.junit..'",
    "dev.seeder.meaning, ''",
    "dev.seeder.page, 'dev.seeder, dev.seeder.schema, org.jooq..'",
    "dev.seeder.schema, org.jooq..",
    "dev.seeder.check, 'dev.seeder.pattern, org.jooq..'",
    "dev.seeder.pattern, ''",
    "dev.seeder.words, 'dev.seeder.random, net.datafaker..'",
    "dev.seeder.random, ''",
    "dev.seeder.write, 'dev.seeder.schema, org.jooq.., org.postgresql.., org.duckdb..'",
    "dev.seeder.transaction, org.jooq..",
  })
  void packagesDependOneWay(String packageName, String mayUse) {
    List<String> allowed = new ArrayList<>(List.of("java..", "javax.sql..", "org.jspecify.."));
    allowed.add(packageName);
    allowed.addAll(Arrays.asList(mayUse.split(", *")));

    classes()
        .that()
        .resideInAPackage(packageName)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed.toArray(String[]::new))
        .check(MAIN);
  }

  @Test
  void packagesAreThese() {
    assertThat(MAIN.stream().map(JavaClass::getPackageName).distinct())
        .containsExactlyInAnyOrder(
            "dev.seeder",
            "dev.seeder.check",
            "dev.seeder.cli",
            "dev.seeder.compare",
            "dev.seeder.environment",
            "dev.seeder.files",
            "dev.seeder.junit",
            "dev.seeder.meaning",
            "dev.seeder.page",
            "dev.seeder.pattern",
            "dev.seeder.random",
            "dev.seeder.rows",
            "dev.seeder.schema",
            "dev.seeder.transaction",
            "dev.seeder.words",
            "dev.seeder.write");
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.(**)").should().beFreeOfCycles().check(MAIN);
  }

  /** What is public stays for good: a new public type is added here on purpose. */
  @Test
  void publicTypesAreThese() {
    assertThat(publicTypes("dev.seeder"))
        .containsExactlyInAnyOrder(
            "AppliedSeed",
            "ProgressListener",
            "ProgressListener.Progress",
            "SchemaSeed",
            "Seed",
            "SeedContext",
            "SeedException",
            "SeedReport",
            "SeedReport.Changes",
            "SeedReport.Entry",
            "SeedReport.Outcome",
            "Seeder");
    assertThat(publicTypes("dev.seeder.cli")).containsExactly("SeederCommand");
    assertThat(publicTypes("dev.seeder.rows"))
        .containsExactlyInAnyOrder(
            "Draw",
            "Factory",
            "Fixture",
            "RowScope",
            "RowSource",
            "RowSource.OpenRows",
            "ValueGenerator",
            "Values");
    assertThat(publicTypes("dev.seeder.junit"))
        .containsExactlyInAnyOrder("Migrations", "RandomSeed", "Seeded", "SeededDatabase");
    assertThat(publicTypes("dev.seeder.page")).containsExactlyInAnyOrder("Diagram", "SeedPage");
  }

  @Test
  void packagesSayWhatMayBeNull() {
    assertThat(MAIN.stream().map(JavaClass::getPackage).distinct())
        .allMatch(room -> room.isAnnotatedWith(NullMarked.class), "are @NullMarked");
  }

  @Test
  void nothingStaticChanges() {
    fields().that().areStatic().should().beFinal().check(MAIN);
  }

  @Test
  void namesSayWhatThingsAre() {
    noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)")
        .orShould()
        .haveNameMatching(".*[.$]Abstract[^.$]*")
        .check(MAIN);
  }

  private static List<String> publicTypes(String packageName) {
    JavaPackage room = MAIN.getPackage(packageName);
    return room.getClasses().stream()
        .filter(type -> !type.isArray())
        .filter(ArchitectureTest::isPublic)
        .map(type -> type.getName().substring(packageName.length() + 1).replace('$', '.'))
        .toList();
  }

  private static boolean isPublic(JavaClass type) {
    return type.getModifiers().contains(PUBLIC)
        && type.getEnclosingClass().map(ArchitectureTest::isPublic).orElse(true);
  }
}
