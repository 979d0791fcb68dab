package io.redress.domain.dispute;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The buyer.
 *
 * @param claimsLast90Days claims of this buyer in the last 90 days, without this one
 * @param locale the letter's language, BCP 47
 */
public record Buyer(
    @Personal @Text(pattern = "[^{}]*", form = "request.braces") @Nullable String name,
    @Range(max = 1_000_000) @Nullable Integer claimsLast90Days,
    @Nullable Locale locale) {}
