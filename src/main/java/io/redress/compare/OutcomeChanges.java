package io.redress.compare;

import io.redress.verify.Budget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * For which facts a table's answers change: exactly those in one of the regions, unless it took too
 * long to tell.
 *
 * @param summary in one sentence
 * @param regions each with facts of which one answer turns into one other; they may share facts
 * @param finished whether there are no others
 */
public record OutcomeChanges(String summary, List<Region> regions, boolean finished) {
  private static final int MOST_NAMED = 8;

  public OutcomeChanges {
    regions = List.copyOf(regions);
  }

  /** Of a table that has nothing to be compared with. */
  static OutcomeChanges of(String summary) {
    return new OutcomeChanges(summary, List.of(), true);
  }

  static OutcomeChanges between(TwoTables tables, Budget budget) {
    Optional<Differences> differences = Differences.between(tables, budget);
    return differences
        .map(found -> of(tables, found, budget))
        .orElseGet(
            () ->
                new OutcomeChanges(
                    "the table names too many values to tell for which facts its answers change",
                    List.of(),
                    false));
  }

  private static OutcomeChanges of(TwoTables tables, Differences differences, Budget budget) {
    Merging merging = new Merging(differences.boxes(), budget);
    List<Region> regions = new ArrayList<>();
    differences
        .found()
        .forEach(
            (turn, boxes) ->
                merging.merge(boxes).stream()
                    .map(box -> Region.of(tables, differences.boxes(), box, turn))
                    .forEach(regions::add));
    List<String> unfinished = differences.unfinished();
    return new OutcomeChanges(summary(regions.size(), unfinished), regions, unfinished.isEmpty());
  }

  private static String summary(int regions, List<String> unfinished) {
    String found =
        regions == 0
            ? "no outcome changes"
            : "outcomes change in " + regions + (regions == 1 ? " region" : " regions");
    if (unfinished.isEmpty()) {
      return found;
    }
    String rows = unfinished.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    int others = unfinished.size() - MOST_NAMED;
    return (regions == 0 ? "" : found + ", and ")
        + "it was not found out in the time that there is whether they change where these rows match: "
        + rows
        + (others > 0 ? " and " + others + " more" : "");
  }
}
