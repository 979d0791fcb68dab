package io.redress.http.insight;

import io.redress.domain.dispute.Required;
import io.redress.domain.dispute.Text;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PUT /v1/shadow}.
 *
 * @param version of the rule set that decides beside the active one
 */
public record ShadowRequest(@Required @Text @Nullable String version) {}
