package io.redress.http.insight;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.domain.dispute.Text;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/whatif}: facts, or a decision that is recorded.
 *
 * @param goal what the decision should be, as the {@code expect} of a test case; null to ask only
 *     what the decision hangs on
 * @param version of the rule set; null for the one that decided, or else the active one
 * @param locale the language of the sentences; null for English
 */
public record WhatIfRequest(
    @Nullable ObjectNode facts,
    @Text @Nullable String decisionId,
    @Nullable ObjectNode goal,
    @Text @Nullable String version,
    @Nullable Locale locale) {}
