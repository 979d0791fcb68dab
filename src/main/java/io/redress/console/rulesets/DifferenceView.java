package io.redress.console.rulesets;

import io.redress.check.compare.ChangeKind;
import io.redress.check.compare.RowChange;
import io.redress.check.compare.RuleSetChanges;
import io.redress.check.compare.TableChange;
import io.redress.check.compare.TextChange;
import io.redress.check.scenario.FactTree;
import io.redress.console.Links;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.phrase.Phrase;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.table.Terms;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The differences between two rule sets, for a page.
 *
 * @param terms of the later rule set
 * @param all whether to show long lists in full
 * @param contents the files of either
 * @param words for a table of a rule set
 */
record DifferenceView(
    StoredRuleSet from,
    StoredRuleSet to,
    RuleSetChanges changes,
    Terms terms,
    boolean all,
    Function<StoredRuleSet, RuleSetFiles> contents,
    BiFunction<StoredRuleSet, String, TableWording> words) {
  private static final Pattern TEXT = Pattern.compile(".*[.](yaml|txt|drl)");
  private static final int MAX_SENTENCES = 20;
  private static final int MAX_ROWS = 50;

  /** A sentence about facts with changed outcomes, and a link to try such facts. */
  record Sentence(String text, @Nullable String facts) {}

  /** A changed table. */
  record Table(
      TableChange change,
      TableWording words,
      String href,
      List<Sentence> sentences,
      List<RowChange> rows) {
    public String name() {
      return change.table();
    }

    public String title() {
      return words.of(Phrase.Named.TABLE, change.table());
    }

    /** What people call a column. */
    public String label(String column) {
      return words.column(column);
    }

    public boolean whole() {
      return change.change() != ChangeKind.CHANGED;
    }

    /** The number of sentences left out. */
    public int moreSentences() {
      return change.outcomes().regions().size() - sentences.size();
    }

    public int moreRows() {
      return change.rows().size() - rows.size();
    }
  }

  /** A changed file, with download links; with its changed lines if it is a text. */
  record File(
      RuleSetChanges.FileChange change,
      @Nullable String before,
      @Nullable String after,
      @Nullable TextChange text) {}

  public List<File> files() {
    boolean texts = changes.files().stream().anyMatch(one -> TEXT.matcher(one.file()).matches());
    Map<String, byte[]> before = texts ? contents.apply(from).all() : Map.of();
    Map<String, byte[]> after = texts ? contents.apply(to).all() : Map.of();
    return changes.files().stream()
        .map(
            one ->
                new File(
                    one,
                    one.change() == ChangeKind.ADDED
                        ? null
                        : Links.file(from.version(), one.file()),
                    one.change() == ChangeKind.REMOVED
                        ? null
                        : Links.file(to.version(), one.file()),
                    text(one.file(), before, after)))
        .toList();
  }

  private static @Nullable TextChange text(
      String name, Map<String, byte[]> before, Map<String, byte[]> after) {
    byte[] earlier = before.get(name);
    byte[] later = after.get(name);
    return TEXT.matcher(name).matches() && earlier != null && later != null
        ? TextChange.between(earlier, later)
        : null;
  }

  public List<Table> tables() {
    return changes.tables().stream().map(this::table).toList();
  }

  private Table table(TableChange change) {
    StoredRuleSet holder = change.change() == ChangeKind.REMOVED ? from : to;
    TableWording wording = words.apply(holder, change.table());
    List<Sentence> sentences =
        change.outcomes().regions().stream()
            .limit(all ? Integer.MAX_VALUE : MAX_SENTENCES)
            .map(
                region ->
                    new Sentence(
                        wording.messages().phrase(region.sentence(), wording),
                        facts(FactTree.of(region.example(), terms))))
            .toList();
    List<RowChange> rows =
        change.rows().stream().limit(all ? Integer.MAX_VALUE : MAX_ROWS).toList();
    return new Table(
        change, wording, Links.table(holder.version(), change.table()), sentences, rows);
  }

  static @Nullable String facts(FactTree facts) {
    return facts.json().isEmpty() ? null : Links.facts(facts);
  }

  /** Whether some sentences or rows are left out. */
  public boolean truncated() {
    return tables().stream().anyMatch(table -> table.moreSentences() + table.moreRows() > 0);
  }

  public int rows() {
    return changes.tables().stream().mapToInt(DifferenceView::rows).sum();
  }

  private static int rows(TableChange change) {
    TableChange.Header only = change.before() == null ? change.after() : change.before();
    return change.change() == ChangeKind.CHANGED || only == null
        ? change.rows().size()
        : only.rows();
  }

  public int cells() {
    return changes.tables().stream()
        .flatMap(table -> table.rows().stream())
        .mapToInt(row -> row.cells().size())
        .sum();
  }

  /** The number of regions of facts with changed outcomes. */
  public int regions() {
    return changes.tables().stream().mapToInt(table -> table.outcomes().regions().size()).sum();
  }

  /** Whether the analysis of all tables finished. */
  public boolean finished() {
    return changes.tables().stream().allMatch(table -> table.outcomes().finished());
  }
}
