package io.redress.domain.decision;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads the ids of decisions. */
public final class DecisionId {
  /** Java reads shorter ones, too, so that one decision would have many addresses. */
  private static final Pattern FORM =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private DecisionId() {}

  /** Empty unless the text is a UUID with all its digits. */
  public static Optional<UUID> parse(String text) {
    return Optional.of(text).filter(FORM.asMatchPredicate()).map(UUID::fromString);
  }
}
