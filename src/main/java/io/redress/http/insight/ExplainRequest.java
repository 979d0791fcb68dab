package io.redress.http.insight;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.domain.dispute.Range;
import io.redress.domain.dispute.Text;
import io.redress.insight.explain.Question;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/explain}: facts, or a decision that is recorded.
 *
 * @param table null for all tables that were asked
 * @param row of that table; null for all
 * @param version of the rule set; null for the one that decided, or else the active one
 * @param locale the language of the sentences; null for English
 */
public record ExplainRequest(
    @Nullable ObjectNode facts,
    @Text @Nullable String decisionId,
    @Text @Nullable String table,
    @Range(min = 1, max = 1_048_576) @Nullable Integer row,
    @Text @Nullable String version,
    @Nullable Locale locale) {

  Question question() {
    return new Question(table, row);
  }
}
