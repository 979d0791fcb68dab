package io.redress;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.awaitility.Awaitility;

/** Tests do not fail because a machine is busy: all wait as long as {@link Patience} does. */
@AnalyzeClasses(packages = "io.redress", importOptions = ImportOption.OnlyIncludeTests.class)
class TestWaitsTest {
  @ArchTest
  static final ArchRule waitsHaveOneLimit =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(Patience.class.getName())
          .should()
          .callMethod(Awaitility.class, "await")
          .because("its limit of 10 s is passed on a busy machine: use Patience.await()");
}
