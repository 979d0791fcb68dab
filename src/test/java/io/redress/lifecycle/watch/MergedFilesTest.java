package io.redress.lifecycle.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.platform.text.Sha256;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.RawWorkbook;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What becomes of the folder's changes where other files were activated without it. */
class MergedFilesTest {
  private static final String BOOK = "goodwill.xlsx";

  private final RuleSetFiles base = files(Map.of("a", "1", "b", "1", "c", "1"));

  /** What is active after a was sent. */
  private final RuleSetFiles sent = files(Map.of("a", "sent", "b", "1", "c", "1"));

  @Test
  void anUnchangedFolderKeepsWhatIsActive() {
    MergedFiles merged = merged(base, sent);

    assertThat(merged.files().hash()).isEqualTo(sent.hash());
    assertThat(merged.kept()).containsExactly("a");
    assertThat(merged.comment())
        .isEqualTo("Saved in the folder. Kept as it was active, though not in the folder: a");
  }

  @Test
  void changedFilesReplaceOnlyThemselves() {
    MergedFiles merged = merged(files(Map.of("a", "1", "b", "saved", "c", "1")), sent);

    assertThat(texts(merged)).isEqualTo(Map.of("a", "sent", "b", "saved", "c", "1"));
    assertThat(merged.replaced()).isEmpty();
  }

  @Test
  void aFileChangedOnBothSidesIsThatOfTheFolder() {
    MergedFiles merged = merged(files(Map.of("a", "saved", "b", "1", "c", "1")), sent);

    assertThat(texts(merged)).isEqualTo(Map.of("a", "saved", "b", "1", "c", "1"));
    assertThat(merged.kept()).isEmpty();
    assertThat(merged.replaced()).containsExactly("a");
    assertThat(merged.notes("v"))
        .containsExactly(
            "Rule set v replaces what was activated without the folder by the files saved there:"
                + " a.");
  }

  @Test
  void addedAndDeletedFilesOfBothSidesCount() {
    MergedFiles merged =
        merged(
            files(Map.of("a", "1", "c", "1", "saved", "1")), files(Map.of("a", "1", "sent", "1")));

    assertThat(texts(merged)).isEqualTo(Map.of("a", "1", "saved", "1", "sent", "1"));
    assertThat(merged.kept()).containsExactly("c", "sent");
  }

  @Test
  void theFolderAsItIsActiveIsTheWholeFolder() {
    RuleSetFiles saved = files(Map.of("a", "2", "b", "1"));
    MergedFiles merged = merged(saved, base);

    assertThat(merged.files()).isSameAs(saved);
    assertThat(merged.comment()).isEqualTo("Saved in the folder");
    assertThat(merged.notes("v")).isEmpty();
  }

  @Test
  void aWorkbookThatIsOnlyOpenedAndSavedKeepsWhatWasSent() {
    RuleSetFiles before = book(5, "");
    RuleSetFiles active = book(6, "");
    RuleSetFiles saved = book(5, "<pageMargins left='1'/>");

    MergedFiles merged = merged(saved, before, active);

    assertThat(merged.files().hash()).isEqualTo(active.hash());
    assertThat(merged.kept()).containsExactly(BOOK);
    assertThat(merged.fingerprints()).isEqualTo(before.fingerprints());
    assertThat(merged(book(7, ""), before, active).replaced()).containsExactly(BOOK);
  }

  @Test
  void aNewLookIsProposedWhereNothingWasSent() {
    RuleSetFiles before = book(5, "");
    RuleSetFiles saved = book(5, "<pageMargins left='1'/>");

    MergedFiles merged = merged(saved, before, before);

    assertThat(merged.files()).isSameAs(saved);
    assertThat(merged.fingerprints()).isEqualTo(saved.fingerprints());
  }

  @Test
  void whatWasSentAndIsThenSavedInTheFolderIsNoConflict() {
    MergedFiles merged = merged(book(6, "<pageMargins left='1'/>"), book(5, ""), book(6, ""));

    assertThat(merged.kept()).isEmpty();
    assertThat(merged.replaced()).isEmpty();
    assertThat(merged.notes("v")).isEmpty();
  }

  private MergedFiles merged(RuleSetFiles inFolders, RuleSetFiles active) {
    return merged(inFolders, base, active);
  }

  private static MergedFiles merged(
      RuleSetFiles inFolders, RuleSetFiles before, RuleSetFiles active) {
    Map<String, byte[]> stored = new TreeMap<>();
    before.all().forEach((name, content) -> stored.put(Sha256.of(content), content));
    return MergedFiles.of(
        inFolders, before.fingerprints(), active, hash -> Optional.ofNullable(stored.get(hash)));
  }

  private static RuleSetFiles files(Map<String, String> texts) {
    Map<String, byte[]> files = new TreeMap<>();
    texts.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return RuleSetFiles.of(files);
  }

  /**
   * A workbook with a number.
   *
   * @param look elements behind the cells
   */
  private static RuleSetFiles book(int percent, String look) {
    String rows = "<row r='4'><c r='A4'><v>" + percent + "</v></c></row>";
    return RuleSetFiles.of(Map.of(BOOK, new RawWorkbook().rows("t", rows, look).bytes()));
  }

  private static Map<String, String> texts(MergedFiles merged) {
    Map<String, String> texts = new TreeMap<>();
    merged
        .files()
        .all()
        .forEach((name, bytes) -> texts.put(name, new String(bytes, StandardCharsets.UTF_8)));
    return texts;
  }
}
