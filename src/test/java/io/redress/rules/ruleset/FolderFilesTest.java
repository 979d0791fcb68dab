package io.redress.rules.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.rules.source.RuleProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderFilesTest {
  @TempDir private Path rules;
  @TempDir private Path testCases;

  private final List<RuleProblem> problems = new ArrayList<>();

  @BeforeEach
  void write() throws IOException {
    write("flow.drl");
    write("promises.xlsx");
    write("letters/en.txt");
    Files.writeString(testCases.resolve("law.yaml"), "law");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "~$promises.xlsx",
        ".~lock.promises.xlsx#",
        "Thumbs.db",
        "letters/Thumbs.db",
        "desktop.ini",
        ".DS_Store",
        "letters/.DS_Store",
        "._promises.xlsx",
        ".git/HEAD",
        ".git/hooks/pre-commit.yaml",
        "__MACOSX/promises.xlsx",
        "@eaDir/promises.xlsx",
        "promises.xlsx.bak",
        "promises.xlsx~",
        "letters/en.txt~",
        "letters/en.txt.bak",
        "letters/.en.txt.swp",
        "letters/#en.txt#",
        "letters/en.txt.tmp",
        "A1B2C300.tmp",
        "~WRL0001.tmp",
        "promises (1).xlsx",
        "promises - Copy.xlsx",
        "promises (Ana's conflicted copy 2026-03-05).xlsx",
        "letters/en - Kopie.txt",
        "flow (1).drl",
        "README.md",
        "notes.docx",
      })
  void filesThatArePartOfNoRuleSetChangeNothing(String name) throws IOException {
    RuleSetFiles before = RuleSetFiles.read(rules, testCases, problems);
    var counted = FolderFiles.ofBoth(rules, testCases).counted();

    write(name);

    assertThat(FolderFiles.ofBoth(rules, testCases).counted()).isEqualTo(counted);
    assertThat(RuleSetFiles.read(rules, testCases, problems).hash()).isEqualTo(before.hash());
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"extra.xlsx", "letters/fr.txt", "promises.xlsm", "promises.csv"})
  void filesThatAreReadOrMisnamedCount(String name) throws IOException {
    RuleSetFiles before = RuleSetFiles.read(rules, testCases, problems);

    write(name);

    assertThat(RuleSetFiles.read(rules, testCases, problems).all())
        .hasSize(before.all().size() + 1)
        .containsKey(name);
  }

  @Test
  void ignoredFilesAreListedWithTheFileThatIsRead() throws IOException {
    write("promises (1).xlsx");
    write("letters/en.txt~");
    write("~$promises.xlsx");
    write("Thumbs.db");
    Files.writeString(testCases.resolve("law - Copy.yaml"), "law");

    assertThat(FolderFiles.ofBoth(rules, testCases).ignored())
        .extracting(IgnoredFile::text)
        .containsExactly(
            "letters/en.txt~ is a backup of letters/en.txt and is not read."
                + " Make changes in letters/en.txt only.",
            "promises (1).xlsx is a copy of promises.xlsx and is not read."
                + " Make changes in promises.xlsx only.",
            "test-cases/law - Copy.yaml is a copy of test-cases/law.yaml and is not read."
                + " Make changes in test-cases/law.yaml only.",
            "promises.xlsx is open in another program. It is read when it is saved.");
  }

  @Test
  void aFolderThatDoesNotExistHasNoFiles() {
    assertThat(FolderFiles.ofBoth(rules.resolve("none"), testCases).counted())
        .containsOnlyKeys("test-cases/law.yaml");
  }

  private void write(String name) throws IOException {
    Path file = rules.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "content of " + name);
  }
}
