package io.redress.console.decisions;

import io.redress.console.answer.AnswerView;
import io.redress.journal.read.OpenedDecision;
import io.redress.journal.read.OpenedDecision.Availability;
import io.redress.journal.write.DecisionRecord;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A kept decision.
 *
 * @param facts in plain words
 * @param rulesRead whether the rules that decided can still be read
 */
record DecisionView(
    OpenedDecision kept, AnswerView answer, List<AnswerView.Detail> facts, boolean rulesRead) {

  public DecisionRecord decided() {
    return kept.entry().decided();
  }

  public boolean gone() {
    return kept.personalData() == Availability.DESTROYED;
  }

  public boolean damaged() {
    return kept.personalData() == Availability.DAMAGED;
  }

  public String json() {
    return kept.facts().toPrettyString();
  }

  /** Behind the hash, as facts may be personal: browsers do not send what is there. */
  public String tryHref() {
    return "/decide#facts="
        + URLEncoder.encode(kept.facts().toString(), StandardCharsets.UTF_8).replace("+", "%20");
  }
}
