package io.redress;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.platform.database.PostgresServer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;

/** {@code mvn test} starts neither Quarkus nor PostgreSQL; tests that do are tagged "service". */
@AnalyzeClasses(packages = "io.redress", importOptions = ImportOption.OnlyIncludeTests.class)
class TestGroupsTest {
  private static final String SERVICE = "service";

  @ArchTest
  static void testsThatStartQuarkusOrPostgresqlAreTaggedAndNoOthers(JavaClasses code) {
    assertThat(tests(code).filter(TestGroupsTest::isTagged).map(JavaClass::getName))
        .as("tests tagged \"%s\"", SERVICE)
        .containsExactlyInAnyOrderElementsOf(
            tests(code).filter(TestGroupsTest::startsSomething).map(JavaClass::getName).toList());
  }

  private static Stream<JavaClass> tests(JavaClasses code) {
    return code.stream()
        .filter(type -> type.getSimpleName().endsWith("Test"))
        .filter(type -> !type.isEquivalentTo(TestGroupsTest.class));
  }

  private static boolean isTagged(JavaClass test) {
    return lineage(test)
        .anyMatch(
            type ->
                type.isAnnotatedWith(Tag.class)
                    && type.getAnnotationOfType(Tag.class).value().equals(SERVICE));
  }

  private static boolean startsSomething(JavaClass test) {
    return lineage(test).anyMatch(type -> type.isAnnotatedWith(QuarkusTest.class))
        || uses(test, PostgresServer.class);
  }

  private static Stream<JavaClass> lineage(JavaClass test) {
    return Stream.concat(Stream.of(test), test.getAllRawSuperclasses().stream());
  }

  /** Whether it uses a type itself or by other classes of the tests. */
  private static boolean uses(JavaClass test, Class<?> used) {
    Set<JavaClass> seen = new HashSet<>(Set.of(test));
    Deque<JavaClass> next = new ArrayDeque<>(seen);
    while (!next.isEmpty()) {
      JavaClass type = next.pop();
      if (type.isEquivalentTo(used)) {
        return true;
      }
      type.getDirectDependenciesFromSelf().stream()
          .map(Dependency::getTargetClass)
          .filter(target -> target.getPackageName().startsWith("io.redress"))
          .filter(seen::add)
          .forEach(next::push);
    }
    return false;
  }
}
