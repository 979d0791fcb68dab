package io.redress.domain.dispute;

import org.jspecify.annotations.Nullable;

/**
 * Facts about customs.
 *
 * @param responsibleParty who must act
 */
public record Customs(@Nullable Party responsibleParty, @Nullable Cause cause) {

  /** Why customs hold a parcel. */
  public enum Cause {
    IMPORT_DUTY,
    DUTY_REFUSED,
    MISSING_DOCUMENTS,
    IP_VIOLATION,
    OTHER
  }
}
