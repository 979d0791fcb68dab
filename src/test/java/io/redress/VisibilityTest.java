package io.redress;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Types that only their own package uses are not public. */
@AnalyzeClasses(packages = "io.redress")
class VisibilityTest {
  private static final String RULES =
      "DRL of rule sets names it, and is compiled into its own package";
  private static final String TRIGGER = "H2 makes triggers by their names";
  private static final String OPEN_API = "the OpenAPI extension makes filters by their names";

  /** Types that have to be public for a reason that is not in the code, and that reason. */
  private static final Map<String, String> EXCEPTIONS =
      Map.ofEntries(
          Map.entry("io.redress.rules.engine.Draft", RULES),
          Map.entry("io.redress.rules.engine.Situation", RULES),
          Map.entry("io.redress.rules.engine.Verdict", RULES),
          Map.entry("io.redress.rules.engine.Resolution", RULES),
          Map.entry("io.redress.rules.engine.Checkpoint", "compiled rules call it"),
          Map.entry("io.redress.platform.database.AppendOnly", TRIGGER),
          Map.entry("io.redress.platform.database.AppendOnlyUntilMoved", TRIGGER),
          Map.entry("io.redress.platform.database.AppendOnlyUntilTruncated", TRIGGER),
          Map.entry("io.redress.http.openapi.ApiDescription", OPEN_API),
          Map.entry("io.redress.http.openapi.AccountServer", OPEN_API),
          Map.entry("io.redress.http.gate.OidcConfigSource", "a ServiceLoader makes it"),
          Map.entry(
              "io.redress.rules.ruleset.InvalidRuleSetException",
              "programs that embed the engine catch it"));

  @ArchTest
  static final ArchRule publicTypesAreUsedByOtherPackages =
      classes()
          .that(areOursAndPublic())
          .and()
          .areNotAnnotatedWith(Path.class)
          .should(beUsedOutsideTheirPackage());

  @ArchTest
  static void exceptionsExist(JavaClasses code) {
    assertThat(EXCEPTIONS.keySet()).allMatch(code::contain);
  }

  private static DescribedPredicate<JavaClass> areOursAndPublic() {
    ImportOption main = new ImportOption.DoNotIncludeTests();
    return DescribedPredicate.describe(
        "are public and neither nested nor of tests",
        type ->
            type.isTopLevelClass()
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && !EXCEPTIONS.containsKey(type.getName())
                && type.getSource()
                    .filter(source -> main.includes(Location.of(source.getUri())))
                    .isPresent());
  }

  private static ArchCondition<JavaClass> beUsedOutsideTheirPackage() {
    return new ArchCondition<>("be used, or be part of what is used, outside their package") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean used =
            type.getDirectDependenciesToSelf().stream()
                .anyMatch(
                    use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()));
        if (!used && !isInPublicSignature(type)) {
          events.add(
              SimpleConditionEvent.violated(
                  type, type.getName() + " is public, but only its own package uses it"));
        }
      }
    };
  }

  /** Whether a public member of another public type takes or returns it. */
  private static boolean isInPublicSignature(JavaClass type) {
    return type.getPackage().getClasses().stream()
        .filter(other -> !other.equals(type) && isPublic(other))
        .flatMap(other -> other.getCodeUnits().stream())
        .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC))
        .flatMap(VisibilityTest::signature)
        .anyMatch(part -> part.getAllInvolvedRawTypes().contains(type));
  }

  private static boolean isPublic(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(VisibilityTest::isPublic).orElse(true);
  }

  private static Stream<JavaType> signature(JavaCodeUnit member) {
    return Stream.concat(Stream.of(member.getReturnType()), member.getParameterTypes().stream());
  }
}
