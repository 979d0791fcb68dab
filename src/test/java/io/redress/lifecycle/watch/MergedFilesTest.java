package io.redress.lifecycle.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.rules.ruleset.RuleSetFiles;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What becomes of the folder's changes where other files were activated without it. */
class MergedFilesTest {
  private final RuleSetFiles base = files(Map.of("a", "1", "b", "1", "c", "1"));

  @Test
  void anUnchangedFolderKeepsWhatIsActive() {
    MergedFiles merged = merged(base, Map.of("a", "sent", "b", "1", "c", "1"));

    assertThat(texts(merged)).isEqualTo(Map.of("a", "sent", "b", "1", "c", "1"));
    assertThat(merged.kept()).containsExactly("a");
    assertThat(merged.comment())
        .isEqualTo("Saved in the folder. Kept as it was active, though not in the folder: a");
  }

  @Test
  void changedFilesReplaceOnlyThemselves() {
    MergedFiles merged =
        merged(
            files(Map.of("a", "1", "b", "saved", "c", "1")),
            Map.of("a", "sent", "b", "1", "c", "1"));

    assertThat(texts(merged)).isEqualTo(Map.of("a", "sent", "b", "saved", "c", "1"));
    assertThat(merged.replaced()).isEmpty();
  }

  @Test
  void aFileChangedOnBothSidesIsThatOfTheFolder() {
    MergedFiles merged =
        merged(
            files(Map.of("a", "saved", "b", "1", "c", "1")),
            Map.of("a", "sent", "b", "1", "c", "1"));

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
        merged(files(Map.of("a", "1", "c", "1", "saved", "1")), Map.of("a", "1", "sent", "1"));

    assertThat(texts(merged)).isEqualTo(Map.of("a", "1", "saved", "1", "sent", "1"));
    assertThat(merged.kept()).containsExactly("c", "sent");
  }

  @Test
  void theFolderAsItIsActiveIsTheWholeFolder() {
    RuleSetFiles saved = files(Map.of("a", "2", "b", "1"));
    MergedFiles merged = merged(saved, Map.of("a", "1", "b", "1", "c", "1"));

    assertThat(merged.files()).isSameAs(saved);
    assertThat(merged.comment()).isEqualTo("Saved in the folder");
    assertThat(merged.notes("v")).isEmpty();
  }

  private MergedFiles merged(RuleSetFiles inFolders, Map<String, String> active) {
    return MergedFiles.of(inFolders, base.fingerprints(), files(active));
  }

  private static RuleSetFiles files(Map<String, String> texts) {
    Map<String, byte[]> files = new TreeMap<>();
    texts.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return RuleSetFiles.of(files);
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
