package io.redress.check.compare;

import io.redress.check.verify.Budget;
import io.redress.platform.phrase.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The facts for which a table's outcomes change: exactly those in the regions, unless the
 * comparison ran out of time.
 *
 * @param summary one sentence
 * @param regions sets of facts whose outcomes change in the same way; they may overlap
 * @param finished false if there may be further regions
 */
public record OutcomeChanges(Phrase summary, List<Region> regions, boolean finished) {
  private static final int MAX_NAMED = 8;

  public OutcomeChanges {
    regions = List.copyOf(regions);
  }

  /** For a table that is only in one of the rule sets. */
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
    Phrase where = Phrase.of("difference.unfinished", limited(unfinished));
    return regions == 0 ? where : Phrase.of("difference.someRegions", found, where);
  }

  private static Phrase limited(List<Phrase> rows) {
    int more = rows.size() - MAX_NAMED;
    Phrase named = Phrase.list(rows.stream().limit(MAX_NAMED).toList(), "difference.comma");
    return more > 0 ? Phrase.of("difference.more", named, more) : named;
  }
}
