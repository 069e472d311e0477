package dev.kolrank;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.kolrank.core.Step;
import java.util.Arrays;

/** Imports point down only, and domain packages meet only through tables. */
@AnalyzeClasses(packages = "dev.kolrank", importOptions = ImportOption.DoNotIncludeTests.class)
final class LayersTest {
  private static final String[] DOMAINS = {
    "dev.kolrank.connector..",
    "dev.kolrank.silver..",
    "dev.kolrank.identity..",
    "dev.kolrank.feature..",
    "dev.kolrank.niche..",
    "dev.kolrank.ranking.."
  };

  @ArchTest
  static final ArchRule coreKnowsNobody = stands("dev.kolrank.core..", "dev.kolrank.core..");

  @ArchTest
  static final ArchRule valuesKnowNobody = stands("dev.kolrank.value..", "dev.kolrank.value..");

  @ArchTest
  static final ArchRule theSimulatorKnowsNobody =
      stands("dev.kolrank.simulate..", "dev.kolrank.simulate..");

  @ArchTest
  static final ArchRule tablesKnowTheCore =
      stands("dev.kolrank.table..", "dev.kolrank.table..", "dev.kolrank.core..");

  @ArchTest
  static final ArchRule theEngineKnowsTables =
      stands(
          "dev.kolrank.engine..",
          "dev.kolrank.engine..",
          "dev.kolrank.table..",
          "dev.kolrank.core..");

  @ArchTest
  static final ArchRule domainsMeetThroughTables =
      slices()
          .matching("dev.kolrank.(connector|silver|identity|feature|niche|ranking)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule domainsKnowNoEngine =
      noClasses()
          .that()
          .resideInAnyPackage(DOMAINS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.kolrank.engine..", "dev.kolrank.job..", "dev.kolrank.cli..");

  @ArchTest
  static final ArchRule jobsKnowNoTerminal =
      noClasses()
          .that()
          .resideInAPackage("dev.kolrank.job..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.kolrank.cli..");

  @ArchTest
  static final ArchRule stepsAreRecords =
      classes().that().implement(Step.class).should().beRecords();

  private static ArchRule stands(String layer, String... below) {
    return noClasses()
        .that()
        .resideInAPackage(layer)
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "lie in kolrank above it",
                c ->
                    c.getPackageName().startsWith("dev.kolrank")
                        && Arrays.stream(below)
                            .noneMatch(b -> c.getPackageName().startsWith(b.replace("..", "")))));
  }
}
