package io.redress;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.redress.ArchitectureTables.Wing;
import io.redress.console.SignInResource;
import io.redress.http.keys.PublicKeysResource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The structure of the code, as ARCHITECTURE.md states it. */
@AnalyzeClasses(packages = "io.redress", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] ENGINE = {
    "io.redress.domain..",
    "io.redress.rules..",
    "io.redress.check..",
    "io.redress.insight..",
    "io.redress.platform.phrase..",
    "io.redress.platform.text.."
  };

  @ArchTest
  static void everyPackageIsInTheTable(JavaClasses code) {
    assertThat(ArchitectureTables.packages().keySet())
        .as("the packages in the table of ARCHITECTURE.md")
        .containsExactlyInAnyOrderElementsOf(
            code.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()));
  }

  @ArchTest
  static void wingsUseWhatTheTableSays(JavaClasses code) {
    for (Wing wing : ArchitectureTables.wings()) {
      Set<String> used =
          code.stream()
              .filter(type -> wing.name().equals(ArchitectureTables.wingOf(type.getPackageName())))
              .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
              .map(dependency -> dependency.getTargetClass().getPackageName())
              .filter(target -> target.startsWith("io.redress."))
              .map(ArchitectureTables::wingOf)
              .filter(other -> !other.equals(wing.name()))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(wing.uses())
          .as("what the wing %s uses, in the table of ARCHITECTURE.md", wing.name())
          .containsExactlyInAnyOrderElementsOf(used);
    }
  }

  @ArchTest
  static void arrowsGoDown(JavaClasses code) {
    List<String> above = new ArrayList<>();
    for (Wing wing : ArchitectureTables.wings()) {
      above.add(wing.name());
      assertThat(wing.uses())
          .as("wings that %s uses", wing.name())
          .doesNotContainAnyElementsOf(above);
    }
  }

  @ArchTest
  static final ArchRule wingsHaveNoCycles =
      slices().matching("io.redress.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.redress.(*).(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theEngineNeedsNoFramework =
      noClasses()
          .that()
          .resideInAnyPackage(ENGINE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.quarkus..",
              "io.vertx..",
              "io.smallrye..",
              "io.micrometer..",
              "jakarta.ws.rs..",
              "jakarta.inject..",
              "jakarta.enterprise..",
              "org.eclipse.microprofile..",
              "java.sql..",
              "javax.sql..",
              "org.jdbi..",
              "org.jboss..");

  @ArchTest
  static final ArchRule theEngineUsesOnlyItself =
      noClasses()
          .that()
          .resideInAnyPackage(ENGINE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.redress.platform.database..", "io.redress.platform.request..");

  @ArchTest
  static final ArchRule peopleCallServicesNotResources =
      noClasses()
          .that()
          .resideInAnyPackage("io.redress.console..", "io.redress.cli..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.redress.http..").and(simpleNameEndingWith("Resource")));

  @ArchTest
  static final ArchRule droolsStaysInTheEngine =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.redress.rules.engine")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.drools..", "org.kie..");

  @ArchTest
  static final ArchRule schemaAndPoolAreMadeInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.redress.platform.database")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.zaxxer.hikari..", "org.flywaydb..", "org.h2..");

  @ArchTest
  static final ArchRule jaxRsStaysInHttpAndInTheConsolesResources =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.redress.http..")
          .and(not(resideInAPackage("io.redress.console..").and(simpleNameEndingWith("Resource"))))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.ws.rs..");

  @ArchTest
  static final ArchRule healthChecksStandTogether =
      classes()
          .that()
          .implement("org.eclipse.microprofile.health.HealthCheck")
          .should()
          .resideInAPackage("io.redress.operations");

  @ArchTest
  static final ArchRule resourcesSayWhoMayCallThem =
      methods()
          .that()
          .areMetaAnnotatedWith(HttpMethod.class)
          .and()
          .areNotDeclaredIn(SignInResource.class)
          .and()
          .areNotDeclaredIn(PublicKeysResource.class)
          .should()
          .beAnnotatedWith(RolesAllowed.class)
          .orShould()
          .beDeclaredInClassesThat()
          .areAnnotatedWith(RolesAllowed.class);

  @ArchTest
  static final ArchRule decidingReadsNoClock =
      noClasses()
          .that()
          .resideInAnyPackage("io.redress.domain..", "io.redress.rules..")
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
