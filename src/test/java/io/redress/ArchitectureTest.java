package io.redress;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.redress.console.SignInResource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;

@AnalyzeClasses(packages = "io.redress", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule packagesHaveNoCircles =
      slices().matching("io.redress.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule partsOfTheConsoleHaveNoCircles =
      slices().matching("io.redress.console.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule arrowsGoDown =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("facts")
          .definedBy(
              "io.redress.dispute",
              "io.redress.source..",
              "io.redress.database",
              "io.redress.journal",
              "io.redress.request",
              "io.redress.archive",
              "io.redress.timeline",
              "io.redress.audit")
          .layer("decision")
          .definedBy("io.redress.decision")
          .layer("reading")
          .definedBy(
              "io.redress.calendar",
              "io.redress.assessment",
              "io.redress.table",
              "io.redress.letter")
          .layer("deciding")
          .definedBy(
              "io.redress.engine",
              "io.redress.testcase",
              "io.redress.verify",
              "io.redress.compare",
              "io.redress.scenario",
              "io.redress.invariant")
          .layer("rule sets")
          .definedBy("io.redress.ruleset", "io.redress.inquiry", "io.redress.reconsideration")
          .layer("access")
          .definedBy("io.redress.access")
          .layer("life of rule sets")
          .definedBy("io.redress.lifecycle", "io.redress.watch")
          .layer("serving")
          .definedBy(
              "io.redress.decide",
              "io.redress.decisions",
              "io.redress.proof",
              "io.redress.editing",
              "io.redress.gate",
              "io.redress.problem",
              "io.redress.metrics",
              "io.redress.api",
              "io.redress.console..",
              "io.redress.cli")
          .whereLayer("serving")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("life of rule sets")
          .mayOnlyBeAccessedByLayers("serving")
          .whereLayer("access")
          .mayOnlyBeAccessedByLayers("life of rule sets", "serving")
          .whereLayer("rule sets")
          .mayOnlyBeAccessedByLayers("life of rule sets", "serving")
          .whereLayer("deciding")
          .mayOnlyBeAccessedByLayers("rule sets", "life of rule sets", "serving")
          .whereLayer("reading")
          .mayOnlyBeAccessedByLayers("deciding", "rule sets", "life of rule sets", "serving");

  @ArchTest
  static final ArchRule droolsStaysInTheEngine =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.redress.engine")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.drools..", "org.kie..");

  @ArchTest
  static final ArchRule spreadsheetsAreReadInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.redress.source..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.poi..");

  @ArchTest
  static final ArchRule schemaAndPoolAreMadeInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.redress.database")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.agroal..", "org.flywaydb..", "org.h2..");

  @ArchTest
  static final ArchRule httpStaysInResourcesAndProblems =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Resource")
          .and()
          .resideOutsideOfPackage("io.redress.problem")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.ws.rs..");

  @ArchTest
  static final ArchRule whoMayCallAResourceIsSaidThere =
      methods()
          .that()
          .areMetaAnnotatedWith(HttpMethod.class)
          .and()
          .areNotDeclaredIn(SignInResource.class)
          .should()
          .beAnnotatedWith(RolesAllowed.class)
          .orShould()
          .beDeclaredInClassesThat()
          .areAnnotatedWith(RolesAllowed.class);

  @ArchTest
  static final ArchRule decidingReadsNoClock =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.redress.assessment",
              "io.redress.calendar",
              "io.redress.table",
              "io.redress.engine",
              "io.redress.letter",
              "io.redress.ruleset")
          .should()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.lang.System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule namesSayWhatAClassIs =
      classes().should().haveNameNotMatching(".*(Impl|Util|Utils|Helper|Manager)");
}
