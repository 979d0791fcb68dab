package io.redress.console.decisions;

import io.redress.console.answer.AnswerView;
import io.redress.journal.read.OpenedDecision;
import io.redress.journal.read.OpenedDecision.Availability;
import io.redress.journal.write.DecisionRecord;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * A decision of the journal, for its page.
 *
 * @param facts as text
 * @param rulesReadable whether the rule set that decided can still be read
 * @param outcomes how the dispute ended, as it was reported, the latest first
 */
record DecisionView(
    OpenedDecision kept,
    AnswerView answer,
    List<AnswerView.Detail> facts,
    boolean rulesReadable,
    List<Reported> outcomes) {

  /**
   * A report.
   *
   * @param cost as text; empty where it is not known
   */
  record Reported(String outcome, String cost, Instant at, String by) {}

  public DecisionRecord record() {
    return kept.entry().decided();
  }

  public boolean destroyed() {
    return kept.personalData() == Availability.DESTROYED;
  }

  public boolean damaged() {
    return kept.personalData() == Availability.DAMAGED;
  }

  public String json() {
    return kept.facts().toPrettyString();
  }

  /** Facts go into the fragment, which browsers do not send: they may be personal data. */
  public String tryHref() {
    return "/decide#facts="
        + URLEncoder.encode(kept.facts().toString(), StandardCharsets.UTF_8).replace("+", "%20");
  }
}
