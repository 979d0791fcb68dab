package io.redress.rules.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.Patience;
import io.redress.rules.ruleset.IgnoredFile.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies, backups and lock files, as browsers, systems and services name them. */
class IgnoredFileTest {
  private static final List<String> RULES =
      List.of("promises.xlsx", "not-received.xlsx", "hand-over.drl.xlsx", "letters/en.txt");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "promises (1).xlsx",
        "promises(1).xlsx",
        "promises\uFF081\uFF09.xlsx",
        "Promises (12).xlsx",
        "promises 2.xlsx",
        "promises copy.xlsx",
        "promises copy 2.xlsx",
        "promises - Copy.xlsx",
        "promises - Copy (2).xlsx",
        "promises - Copy - Copy.xlsx",
        "promises (1) - Copy.xlsx",
        "promises - Kopie.xlsx",
        "promises - Kopie (3).xlsx",
        "promises - Copie.xlsx",
        "promises - copia.xlsx",
        "promises - C\u00F3pia.xlsx",
        "promises \u2014 \u043A\u043E\u043F\u0438\u044F.xlsx",
        "promises - \u526F\u672C.xlsx",
        "promises - \u526F\u672C (2).xlsx",
        "promises\u7684\u526F\u672C.xlsx",
        "promises - \u30B3\u30D4\u30FC.xlsx",
        "Copy of promises.xlsx",
        "Copy (2) of promises.xlsx",
        "Kopie von promises.xlsx",
        "Copie de promises.xlsx",
        "\u590D\u4EF6 promises.xlsx",
        "\u30B3\u30D4\u30FC \uFF5E promises.xlsx",
        "promises (Ana Li's conflicted copy 2026-03-05).xlsx",
        "promises (conflicted copy 2026-03-05 101010).xlsx",
        "promises (Konflikt stehende Kopie von Ana 2026-03-05).xlsx",
        "promises (Copie en conflit de Ana 2026-03-05).xlsx",
        "promises_conflict-20260305-101010.xlsx",
        "promises.sync-conflict-20260305-101010-ABCDEFG.xlsx",
        "promises (SFConflict ana@shop.example 2026-03-05-10-10-10).xlsx",
        "promises_NAS_Mar-05-101010-2026_Conflict.xlsx",
        "promises [conflicted].xlsx",
        "promises\uFF08Ana\u7684\u51B2\u7A81\u526F\u672C\uFF09.xlsx",
        "promises (version 1).xlsx",
        "promises_LOCAL_12345.xlsx",
        "promises.mine.xlsx",
        "promises.r123.xlsx",
        "Duplicate of promises.xlsx",
        "promises-DESKTOP-AB12CD3.xlsx",
        "promises-Ana's MacBook Pro.xlsx",
      })
  void copiesNameTheFileThatIsRead(String name) {
    assertThat(IgnoredFile.find(name, with(name)))
        .contains(new IgnoredFile(name, Kind.COPY, "promises.xlsx"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "promises.xlsx.bak",
        "promises.xlsx~",
        "promises.xlsx.~1~",
        "promises.xlsx.orig",
        "Backup of promises.xlk",
        "promises.bak.xlsx",
        "promises_backup.xlsx",
        "promises old.xlsx",
        "promises (AutoRecovered).xlsx",
        "promises [Repaired].xlsx",
        "promises - \u5907\u4EFD.xlsx",
      })
  void backupsNameTheFileThatIsRead(String name) {
    assertThat(IgnoredFile.find(name, with(name)))
        .contains(new IgnoredFile(name, Kind.BACKUP, "promises.xlsx"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"~$promises.xlsx", ".~lock.promises.xlsx#", ".~promises.xlsx"})
  void lockFilesNameTheFileThatIsOpen(String name) {
    assertThat(IgnoredFile.find(name, with(name)))
        .contains(new IgnoredFile(name, Kind.OPEN, "promises.xlsx"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "promises-eu.xlsx",
        "promises-EU.xlsx",
        "not-received-old-stock.xlsx",
        "promisesother.xlsx",
        "compromises.xlsx",
        "promises2.xlsx",
        "copyright.xlsx",
        "promises (1).txt",
        "letters/promises (1).xlsx",
        "other (1).xlsx",
        "refund (EU).xlsx",
      })
  void otherFilesAreRead(String name) {
    assertThat(IgnoredFile.find(name, with(name))).isEmpty();
  }

  @Test
  void copiesInOtherFoldersAndOfCodeAreFoundToo() {
    assertThat(IgnoredFile.find("letters/en - Copy.txt", RULES))
        .map(IgnoredFile::of)
        .contains("letters/en.txt");
    assertThat(IgnoredFile.find("hand-over.drl (1).xlsx", RULES))
        .map(IgnoredFile::of)
        .contains("hand-over.drl.xlsx");
  }

  @Test
  void aCopyWithoutItsOriginalIsRead() {
    String name = "promises (1).xlsx";

    assertThat(IgnoredFile.find(name, List.of("situation.xlsx", name))).isEmpty();
  }

  /** A pattern that tries all ways to read a name would take years. */
  @Test
  void longNamesAreComparedQuickly() {
    String name = "promises" + " conflict".repeat(60) + "(.xlsx";

    var found =
        Assertions.assertTimeoutPreemptively(Patience.LIMIT, () -> IgnoredFile.find(name, RULES));

    assertThat(found).isEmpty();
  }

  @Test
  void noShippedFileIsIgnored() {
    var names =
        RuleSetFiles.read(Path.of("rules"), Path.of("test-cases"), new ArrayList<>())
            .all()
            .keySet();

    assertThat(names).isNotEmpty().allMatch(name -> IgnoredFile.find(name, names).isEmpty());
  }

  private static List<String> with(String name) {
    return Stream.concat(RULES.stream(), Stream.of(name)).toList();
  }
}
