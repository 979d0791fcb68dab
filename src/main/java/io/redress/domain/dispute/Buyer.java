package io.redress.domain.dispute;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who complains.
 *
 * @param claimsLast90Days complaints of this buyer in the last 90 days, this one not counted
 * @param locale the letter's language, BCP 47
 */
public record Buyer(
    @Personal @Text(pattern = "[^{}]*", form = "request.braces") @Nullable String name,
    @Range(max = 1_000_000) @Nullable Integer claimsLast90Days,
    @Nullable Locale locale) {}
