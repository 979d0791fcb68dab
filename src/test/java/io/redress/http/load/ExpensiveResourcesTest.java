package io.redress.http.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.redress.http.rulesets.Activations;
import io.redress.http.rulesets.CaseAcceptance;
import io.redress.http.rulesets.Proposals;
import io.redress.http.rulesets.Rebase;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each resource is expensive, or known to be cheap or bounded in another way. */
class ExpensiveResourcesTest {
  /** Their cost is that of a row or of a decision. */
  private static final Set<String> CHEAP =
      Set.of(
          "CandidateResource.archive",
          "CandidateResource.reopen",
          "DecideResource.decide",
          "DecidePageResource.form",
          "DecidePageResource.keep",
          "DownloadResource.certificate",
          "ImpactPageResource.cancel",
          "ImpactPageResource.progress",
          "KeyResource.add",
          "KeyResource.list",
          "KeyResource.revoke",
          "KeysPageResource.add",
          "KeysPageResource.list",
          "KeysPageResource.revoke",
          "PersonalDataResource.destroy",
          "PublicKeysResource.keys",
          "RuleSetResource.one",
          "SignInResource.page",
          "SignInResource.signIn",
          "SignInResource.signOut",
          "SigningKeyResource.list",
          "SigningKeyResource.revoke",
          "SigningKeyResource.rotate",
          "WorkPageResource.archive",
          "WorkPageResource.reopen");

  /** {@link StreamedAnswers}. */
  private static final Set<String> STREAMED =
      Set.of(
          "BackupResource.backup",
          "BatchResource.decide",
          "DownloadResource.csv",
          "DownloadResource.workbook",
          "ExportResource.csv",
          "ExportResource.lines",
          "ExportResource.workbook",
          "ImpactPageResource.csv",
          "ImpactPageResource.workbook",
          "JournalVerificationResource.verify");

  /** {@link Activations}. */
  private static final Set<String> ACTIVATIONS =
      Set.of(
          "ActivationPageResource.activate",
          "RuleSetResource.activate",
          "RuleSetResource.rollBack");

  /** What changes rules: each of its methods has rules admitted. */
  private static final Set<Class<?>> CHANGES =
      Set.of(Proposals.class, CaseAcceptance.class, Rebase.class);

  @Test
  void everyResourceIsBounded() {
    Set<String> unbounded =
        names(method -> !has(method, ExpensiveRead.class) && !has(method, ExpensiveWrite.class));
    Set<String> known = new TreeSet<>(CHEAP);
    known.addAll(STREAMED);
    known.addAll(ACTIVATIONS);
    assertThat(unbounded).isEqualTo(known);
  }

  @Test
  void whatChangesRulesIsAnExpensiveWrite() {
    assertThat(names(ExpensiveResourcesTest::changesRules))
        .contains("LettersResource.save", "RuleSetResource.propose")
        .isEqualTo(names(method -> has(method, ExpensiveWrite.class)));
  }

  private static boolean changesRules(JavaMethod method) {
    return method.getMethodCallsFromSelf().stream()
        .anyMatch(call -> CHANGES.stream().anyMatch(call.getTargetOwner()::isEquivalentTo));
  }

  private static boolean has(JavaMethod method, Class<? extends Annotation> bound) {
    return method.isAnnotatedWith(bound) || method.getOwner().isAnnotatedWith(bound);
  }

  /** The resources of these methods, of all that answer requests. */
  private static Set<String> names(Predicate<JavaMethod> wanted) {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.redress")
            .stream()
            .filter(type -> type.isAnnotatedWith(Path.class))
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
            .filter(wanted)
            .map(ExpensiveResourcesTest::name)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String name(JavaMethod method) {
    return method.getOwner().getSimpleName() + "." + method.getName();
  }
}
