package io.redress.http.audit;

import io.redress.http.problem.ProblemType;
import io.redress.security.audit.AuditAction;
import java.util.Arrays;

/** Parses what a search in the audit log is for. */
public final class AuditParameters {
  private AuditParameters() {}

  /** Databases reject some control characters, which no name contains. */
  public static String name(String who) {
    if (who.chars().anyMatch(Character::isISOControl)) {
      throw ProblemType.MALFORMED_REQUEST.with(
          "who is not a name. Use a name, such as ?who=local.");
    }
    return who;
  }

  public static AuditAction action(String what) {
    return Arrays.stream(AuditAction.values())
        .filter(one -> one.name().equals(what))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemType.MALFORMED_REQUEST.with(
                    "what is not one of " + Arrays.toString(AuditAction.values()) + "."));
  }
}
