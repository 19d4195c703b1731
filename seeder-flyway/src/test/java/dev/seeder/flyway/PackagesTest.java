package dev.seeder.flyway;

import static com.tngtech.archunit.base.DescribedPredicate.doNot;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.flywaydb.core.api.migration.JavaMigration;

@AnalyzeClasses(
    packages = "dev.seeder",
    importOptions = {ImportOption.DoNotIncludeTests.class, PackagesTest.OnlyThisModule.class})
class PackagesTest {

  @ArchTest
  static final ArchRule usesThePublicPackagesOfTheCoreOnly =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("dev.seeder..")
                  .and(
                      resideOutsideOfPackage("dev.seeder")
                          .and(resideOutsideOfPackage("dev.seeder.rows"))
                          .and(resideOutsideOfPackage("dev.seeder.junit"))
                          .and(resideOutsideOfPackage("dev.seeder.flyway"))));

  @ArchTest
  static final ArchRule hasNoMigrationThatAFrameworkWouldTryToMake =
      classes()
          .that()
          .areAssignableTo(JavaMigration.class)
          .should()
          .haveModifier(JavaModifier.ABSTRACT)
          .orShould()
          .notBePublic();

  @ArchTest
  static final ArchRule needsSpringOnlyWhereSpringAsksForIt =
      noClasses()
          .that(
              doNot(
                  equivalentTo(SpringSeeds.class)
                      .or(belongTo(equivalentTo(SeedAutoConfiguration.class)))))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("org.springframework..")
                  .or(equivalentTo(SpringSeeds.class))
                  .or(equivalentTo(SeedAutoConfiguration.class)));

  @ArchTest
  static final ArchRule hasNoCycles =
      slices().matching("dev.seeder.(**)").should().beFreeOfCycles();

  static final class OnlyThisModule implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return location.contains("/dev/seeder/flyway/");
    }
  }
}
