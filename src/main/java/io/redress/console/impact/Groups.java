package io.redress.console.impact;

import io.redress.console.Messages;
import io.redress.insight.impact.ImpactReport.Amount;
import io.redress.insight.impact.ImpactReport.GroupImpact;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Decisions that change, by something that they have in common.
 *
 * @param id of the element
 * @param more number of groups with changes that are left out
 */
record Groups(String id, String title, List<Bar> bars, int more) {
  private static final int MAX_BARS = 10;
  private static final double PERCENT = 100;

  /**
   * A group.
   *
   * @param length 100 for the group with the most changes
   */
  record Bar(
      String name, long changed, long decided, double length, List<Difference> differences) {}

  /** Money more or less, in one currency. */
  record Difference(String text, String style) {}

  /**
   * @param name the name of a group by its key
   */
  static Groups of(
      String id,
      String title,
      List<GroupImpact> groups,
      UnaryOperator<String> name,
      Messages messages) {
    List<GroupImpact> changed = groups.stream().filter(one -> one.changed() > 0).toList();
    long most = changed.stream().mapToLong(GroupImpact::changed).max().orElse(1);
    return new Groups(
        id,
        title,
        changed.stream()
            .limit(MAX_BARS)
            .map(
                one ->
                    new Bar(
                        name.apply(one.key()),
                        one.changed(),
                        one.decided(),
                        Math.round(PERCENT * one.changed() / most),
                        differences(one.money(), messages)))
            .toList(),
        Math.max(0, changed.size() - MAX_BARS));
  }

  static List<Difference> differences(List<Amount> amounts, Messages messages) {
    return amounts.stream()
        .filter(one -> one.currency() != null && MoneyText.known(one.currency()))
        .filter(one -> one.difference().signum() != 0)
        .map(
            one ->
                new Difference(
                    MoneyText.signed(one.difference(), String.valueOf(one.currency()), messages),
                    MoneyText.style(one.difference())))
        .toList();
  }
}
