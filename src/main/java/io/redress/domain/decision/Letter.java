package io.redress.domain.decision;

import java.util.Locale;

/**
 * The reply to the buyer, plain text.
 *
 * @param locale the language in which it is written, BCP 47
 */
public record Letter(Locale locale, String subject, String body) {}
