package io.redress.http.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each resource is an expensive read, or known to be cheap or bounded in another way. */
class ExpensiveResourcesTest {
  /** Their cost is that of a row or of a decision. */
  private static final Set<String> CHEAP =
      Set.of(
          "CandidateResource.archive",
          "CandidateResource.reopen",
          "DecideResource.decide",
          "DecidePageResource.form",
          "DecidePageResource.keep",
          "DecidePageResource.tryOut",
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
          "BatchResource.decide",
          "DownloadResource.csv",
          "DownloadResource.workbook",
          "ExportResource.csv",
          "ExportResource.lines",
          "ExportResource.workbook",
          "ImpactPageResource.csv",
          "ImpactPageResource.workbook",
          "JournalVerificationResource.verify");

  /** They wait for each other; few do at once. */
  private static final Set<String> ONE_AT_A_TIME =
      Set.of(
          "ActivationPageResource.activate",
          "CalendarResource.save",
          "CandidateResource.accept",
          "CandidateResource.rebase",
          "CaseTextResource.save",
          "LawsResource.save",
          "LettersResource.save",
          "NewCaseResource.save",
          "RuleSetResource.activate",
          "RuleSetResource.propose",
          "RuleSetResource.rollBack",
          "TablesResource.save",
          "TablesResource.upload",
          "WorkPageResource.accept",
          "WorkPageResource.rebase",
          "WriteCaseResource.save");

  @Test
  void everyResourceIsBounded() {
    Set<String> unbounded =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.redress")
                .stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .filter(type -> !type.isAnnotatedWith(ExpensiveRead.class))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                .filter(method -> !method.isAnnotatedWith(ExpensiveRead.class))
                .map(ExpensiveResourcesTest::name)
                .collect(Collectors.toCollection(TreeSet::new));
    Set<String> known = new TreeSet<>(CHEAP);
    known.addAll(STREAMED);
    known.addAll(ONE_AT_A_TIME);
    assertThat(unbounded).isEqualTo(known);
  }

  private static String name(JavaMethod method) {
    return method.getOwner().getSimpleName() + "." + method.getName();
  }
}
