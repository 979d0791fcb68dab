package io.redress.check.compare;

import io.redress.check.verify.Budget;
import io.redress.platform.phrase.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * For which facts a table's answers change: exactly those in one of the regions, unless it took too
 * long to tell.
 *
 * @param summary in one sentence
 * @param regions each with facts of which one answer turns into one other; they may share facts
 * @param finished whether there are no others
 */
public record OutcomeChanges(Phrase summary, List<Region> regions, boolean finished) {
  private static final int MOST_NAMED = 8;

  public OutcomeChanges {
    regions = List.copyOf(regions);
  }

  /** Of a table that has nothing to be compared with. */
  static OutcomeChanges of(Phrase summary) {
    return new OutcomeChanges(summary, List.of(), true);
  }

  static OutcomeChanges between(TablePair tables, Budget budget) {
    Optional<Differences> differences = Differences.between(tables, budget);
    return differences
        .map(found -> of(tables, found, budget))
        .orElseGet(() -> new OutcomeChanges(Phrase.of("difference.tooMuch"), List.of(), false));
  }

  private static OutcomeChanges of(TablePair tables, Differences differences, Budget budget) {
    BoxMerger merging = new BoxMerger(differences.boxes(), budget);
    List<Region> regions = new ArrayList<>();
    differences
        .found()
        .forEach(
            (turn, boxes) ->
                merging.merge(boxes).stream()
                    .map(box -> Region.of(tables, differences.boxes(), box, turn))
                    .forEach(regions::add));
    List<Phrase> unfinished = differences.unfinished();
    return new OutcomeChanges(summary(regions.size(), unfinished), regions, unfinished.isEmpty());
  }

  private static Phrase summary(int regions, List<Phrase> unfinished) {
    Phrase found =
        regions == 0 ? Phrase.of("difference.none") : Phrase.of("difference.regions", regions);
    if (unfinished.isEmpty()) {
      return found;
    }
    Phrase where = Phrase.of("difference.unfinished", few(unfinished));
    return regions == 0 ? where : Phrase.of("difference.someRegions", found, where);
  }

  private static Phrase few(List<Phrase> rows) {
    int more = rows.size() - MOST_NAMED;
    Phrase named = Phrase.list(rows.stream().limit(MOST_NAMED).toList(), "difference.comma");
    return more > 0 ? Phrase.of("difference.more", named, more) : named;
  }
}
