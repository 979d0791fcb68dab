package io.redress.http.rulesets;

import io.redress.http.problem.ProblemType;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.security.audit.Actor;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Candidates that are set aside, and taken up again. */
@Singleton
public class Archive {
  private final RuleSets ruleSets;

  Archive(RuleSets ruleSets) {
    this.ruleSets = ruleSets;
  }

  /**
   * @throws io.quarkiverse.resteasy.problem.HttpProblem without a reason, or if it is no candidate
   */
  public StoredRuleSet add(StoredRuleSet candidate, @Nullable String reason, Actor by) {
    String tidied = Proposals.tidied(reason);
    if (tidied.isEmpty()) {
      throw ProblemType.MALFORMED_REQUEST.with(
          "The reason is missing. Describe briefly why the candidate is set aside.");
    }
    if (!ruleSets.archive(candidate, tidied, by)) {
      throw conflict("It is archived already, cannot be read, or was active.");
    }
    return ruleSets.find(candidate.version()).orElseThrow();
  }

  /**
   * @throws io.quarkiverse.resteasy.problem.HttpProblem if it is not archived
   */
  public StoredRuleSet remove(StoredRuleSet archived, Actor by) {
    if (!ruleSets.reopen(archived, by)) {
      throw conflict("It is not archived.");
    }
    return ruleSets.find(archived.version()).orElseThrow();
  }

  private static RuntimeException conflict(String reason) {
    return ProblemType.NOT_A_CANDIDATE.with(reason, "reasons", List.of(reason));
  }
}
