package io.redress.http.rulesets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/rulesets/{version}/cases/accept}.
 *
 * @param ids of the cases; all that fail if absent
 * @param comment of the next stage; that of the candidate if absent
 */
public record AcceptRequest(@Nullable List<String> ids, @Nullable String comment) {}
