package io.redress.insight.whatif;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.redress.domain.dispute.ActionType;
import org.jspecify.annotations.Nullable;

/**
 * A fact on which a decision hangs, with a change of it alone that changes the decision, whether or
 * not it can happen.
 *
 * @param pointer JSON pointer in the facts
 * @param from null when it is not known
 * @param to null when the fact is taken away
 * @param resolution the main remedy then; perhaps only amounts, dates or reasons differ
 */
public record Dependence(
    String pointer,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable JsonNode from,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable JsonNode to,
    ActionType resolution) {}
