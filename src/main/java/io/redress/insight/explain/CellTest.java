package io.redress.insight.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A condition cell against a fact.
 *
 * @param cell its address, such as {@code C7}
 * @param column the name of the fact or outcome that it tests
 * @param required the unary test in canonical form, such as {@code [5..10)}
 * @param actual the value; null when it is not known
 */
public record CellTest(
    String cell,
    String column,
    String required,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String actual) {}
