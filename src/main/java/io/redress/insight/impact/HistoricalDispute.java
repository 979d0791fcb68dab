package io.redress.insight.impact;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.domain.dispute.ReadResult;
import io.redress.rules.ruleset.RuleSet;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A dispute of the past.
 *
 * @param id of its decision, or where it is written
 * @param decidedAt determines the day of facts without {@code asOf}
 * @param facts reads the facts as a rule set declares them
 * @param recorded the answer at that time, as JSON; null where only the facts are known
 */
public record HistoricalDispute(
    String id,
    Instant decidedAt,
    Function<RuleSet, ReadResult> facts,
    @Nullable JsonNode recorded) {}
