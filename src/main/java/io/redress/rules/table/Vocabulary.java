package io.redress.rules.table;

import io.redress.domain.decision.Assessment;
import io.redress.domain.decision.CaseStatus;
import io.redress.domain.decision.EvidenceState;
import io.redress.domain.decision.Goods;
import io.redress.domain.decision.Refund;
import io.redress.domain.decision.Warning;
import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.Evidence;
import io.redress.domain.dispute.Party;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All terms: facts, values derived from them, and outcomes of tables. */
public final class Vocabulary {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal YEAR = BigDecimal.valueOf(365);

  private static final Map<String, Term> TERMS = new LinkedHashMap<>();
  private static final List<FactReader> READERS;

  static {
    // A derived season or closure replaces the fact of the same name.
    Map<String, FactReader> facts = new LinkedHashMap<>();
    FactReader.ofRecord(Assessment.class).forEach(fact -> facts.put(fact.name(), fact));
    READERS = List.copyOf(facts.values());
    READERS.forEach(fact -> TERMS.put(fact.name(), fact.term(TERMS.size())));
    outcome("buyerRegion", ValueType.CODE);
    outcome("valueBand", ValueType.CODE);
    outcome("signatureExpected", ValueType.BOOLEAN);
    outcome("trackingFinding", ValueType.CODE);
    outcome("situation", ValueType.CODE);
    outcome("verdict", ValueType.CODE);
    outcome("evidenceState", EvidenceState.class, false);
    outcome("evidence.required", Evidence.Type.class, true);
    outcome("evidence.alsoAccepted", Evidence.Type.class, true);
    outcome("warning", Warning.Code.class, false);
    outcome("resolution", ActionType.class, false);
    outcome("actions", ActionType.class, true);
    outcome("reasonCode", ValueType.CODE);
    outcome("what", ValueType.CODE);
    outcome("why", ValueType.CODE);
    outcome("caseStatus", CaseStatus.class, false);
    outcome("refund.percentOfAffected", ValueType.PERCENT, HUNDRED);
    outcome("refund.shippingFee", Refund.ShippingFee.class, false);
    outcome("refund.wholeOrder", ValueType.BOOLEAN);
    outcome("refund.duty", Refund.Duty.class, false);
    outcome("goods", Goods.class, false);
    outcome("returnFeePaidBy", Party.class, false);
    outcome("reshipFeePaidBy", Party.class, false);
    outcome("nextOrderDiscountPercent", ValueType.PERCENT, HUNDRED);
    outcome("maximumDiscountPercent", ValueType.PERCENT, HUNDRED);
    outcome("respondWithinDays", ValueType.INTEGER, YEAR);
    outcome("reviewWithinDays", ValueType.INTEGER, YEAR);
    outcome("shipWithinWorkingDays", ValueType.INTEGER, YEAR);
    outcome("refundWithinDays", ValueType.INTEGER, YEAR);
    outcome("returnWithinDays", ValueType.INTEGER, YEAR);
    outcome("handOverWithinWorkingDays", ValueType.INTEGER, YEAR);
    outcome("answerWithinDays", ValueType.INTEGER, YEAR);
    outcome("answerWithinWorkingDays", ValueType.INTEGER, YEAR);
  }

  private Vocabulary() {}

  public static Optional<Term> term(String name) {
    return Optional.ofNullable(TERMS.get(name));
  }

  /** Returns a term that the code itself refers to. */
  public static Term known(String name) {
    return term(name).orElseThrow(() -> new IllegalArgumentException("unknown term " + name));
  }

  public static List<Term> terms() {
    return List.copyOf(TERMS.values());
  }

  static @Nullable Object read(Term term, Assessment assessment) {
    return term.outcome() ? null : READERS.get(term.slot()).read(assessment);
  }

  private static void outcome(String name, ValueType type) {
    outcome(name, type, BigDecimal.ZERO);
  }

  private static void outcome(String name, ValueType type, BigDecimal maximum) {
    add(name, type, false, List.of(), maximum);
  }

  private static <E extends Enum<E>> void outcome(String name, Class<E> words, boolean list) {
    var allowed = Arrays.stream(words.getEnumConstants()).map(Enum::name).toList();
    add(name, ValueType.ENUM, list, allowed, BigDecimal.ZERO);
  }

  private static void add(
      String name, ValueType type, boolean list, List<String> allowed, BigDecimal maximum) {
    TERMS.put(
        name, new Term(name, type, list, allowed, BigDecimal.ZERO, maximum, true, TERMS.size()));
  }
}
