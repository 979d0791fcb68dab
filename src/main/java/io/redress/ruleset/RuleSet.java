package io.redress.ruleset;

import io.redress.decision.Decision;
import io.redress.decision.RuleSetId;
import io.redress.dispute.Country;
import io.redress.dispute.Dispute;
import java.time.Instant;
import java.time.LocalDate;

/** Rules that decide. */
public interface RuleSet {
  RuleSetId id();

  /** The day that it is for a seller in the country. */
  LocalDate today(Country country, Instant now);

  Decision decide(Dispute dispute);
}
