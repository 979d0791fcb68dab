package io.redress.console.decide;

import io.redress.console.Messages;
import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.Complaint;
import io.redress.domain.dispute.DisputeType;
import io.redress.domain.dispute.Grant;
import io.redress.domain.dispute.Reason;
import io.redress.rules.table.Terms;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The fields of a dispute's facts, for any page with the templates {@code decide/fields} and {@code
 * decide/rows}, and the script {@code fact-fields.js}.
 */
public record FactsForm(
    List<DisputeType> types,
    List<Reason> reasons,
    List<FactField.Group> groups,
    List<Complaint.DefectType> defects,
    List<ActionType> remedies,
    List<Grant.Status> statuses,
    Choices choices) {
  /**
   * @param terms of the rule set
   * @param languages in which it has letters
   */
  public static FactsForm of(Terms terms, List<Locale> languages, Messages messages) {
    return new FactsForm(
        List.of(DisputeType.values()),
        Arrays.asList(Reason.values()),
        FactField.groups(terms, Locale.forLanguageTag(messages.language())),
        List.of(Complaint.DefectType.values()),
        List.of(ActionType.values()),
        List.of(Grant.Status.values()),
        Choices.of(languages, messages));
  }
}
