package io.redress.console.rulesets;

import io.redress.check.compare.RuleSetMerge;
import io.redress.http.rulesets.Rebase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a candidate and the active rule set both changed, with a choice for each place.
 *
 * @param version of the candidate
 * @param active version of the active rule set
 * @param meanwhile whether another rule set became active since the choices were made
 */
record ConflictsView(
    String version, String active, boolean meanwhile, List<RuleSetMerge.Conflict> conflicts) {
  /** Names of fields: the places, and for each of them, by its index, the side. */
  private static final String PLACE = "place";

  private static final String SIDE = "side-";
  private static final String ACTIVE = "active";

  static ConflictsView of(String version, Rebase.Rebased rebased, Rebase.Choices choices) {
    String active = rebased.active().version();
    return new ConflictsView(
        version,
        active,
        !choices.sides().isEmpty() && !choices.active().equals(active),
        rebased.conflicts());
  }

  /** What is chosen in the form; a place without a choice is left out. */
  static Rebase.Choices choices(Map<String, List<String>> form) {
    List<String> places = form.getOrDefault(PLACE, List.of());
    Map<String, RuleSetMerge.Side> sides = new HashMap<>();
    for (int i = 0; i < places.size(); i++) {
      String side = first(form, SIDE + i);
      for (RuleSetMerge.Side one : RuleSetMerge.Side.values()) {
        if (one.name().equals(side)) {
          sides.put(places.get(i), one);
        }
      }
    }
    return new Rebase.Choices(first(form, ACTIVE), sides);
  }

  private static String first(Map<String, List<String>> form, String field) {
    return form.getOrDefault(field, List.of("")).get(0);
  }
}
