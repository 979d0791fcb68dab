package io.redress.journal.verify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.domain.decision.Answer;
import io.redress.domain.dispute.DisputeReader;
import io.redress.journal.read.KeptDecision;
import io.redress.journal.verify.IntegrityFinding.Kind;
import io.redress.journal.write.DecisionRecord;
import io.redress.journal.write.EntryWriter;
import io.redress.journal.write.NewEntry;
import io.redress.journal.write.PersonalData;
import io.redress.lifecycle.HistoricalRuleSets;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.source.RuleProblem;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes kept decisions again, each under its own rule set, and compares byte by byte. */
final class RedecisionCheck {
  /** Longer than any rule takes, even on a machine that is busy with something else. */
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private static final int MOST_PLACES = 5;

  private final HistoricalRuleSets rules;
  private final Consumer<IntegrityFinding> doubts;
  private final Set<String> unreadable = new HashSet<>();

  private long decided;
  private long differing;

  RedecisionCheck(HistoricalRuleSets rules, Consumer<IntegrityFinding> doubts) {
    this.rules = rules;
    this.doubts = doubts;
  }

  /** How many were decided again. */
  long decided() {
    return decided;
  }

  /** How many of those came out otherwise. */
  long differing() {
    return differing;
  }

  void of(KeptDecision kept) {
    Optional<RuleSet> ruleSet = ruleSet(kept);
    if (ruleSet.isEmpty()) {
      return;
    }
    try {
      List<JsonDifference> unlike = unlike(kept, ruleSet.get());
      decided++;
      differing += unlike.isEmpty() ? 0 : 1;
      Kind kind = kept.key() == null ? Kind.DIFFERENT_WITHOUT_PERSONAL_DATA : Kind.DIFFERENT;
      unlike.stream()
          .limit(MOST_PLACES)
          .map(place -> IntegrityFinding.ofDifference(kind, kept.entry(), place))
          .forEach(doubts);
    } catch (RuntimeException notDecided) {
      doubts.accept(
          IntegrityFinding.of(
              Kind.NOT_DECIDED,
              kept.entry(),
              "It can not be decided again: " + notDecided.getMessage()));
    }
  }

  private Optional<RuleSet> ruleSet(KeptDecision kept) {
    String version = kept.entry().decided().ruleSet();
    if (unreadable.contains(version)) {
      return Optional.empty();
    }
    List<RuleProblem> problems = new ArrayList<>();
    Optional<RuleSet> ruleSet = rules.load(version, problems);
    if (ruleSet.isEmpty()) {
      unreadable.add(version);
      doubts.accept(
          IntegrityFinding.of(
              Kind.RULES_UNREADABLE,
              kept.entry(),
              "This and other decisions can not be taken again. " + problems.get(0)));
    }
    return ruleSet;
  }

  private static List<JsonDifference> unlike(KeptDecision kept, RuleSet rules) {
    DecisionRecord before = kept.entry().decided();
    Optional<PersonalData> personal = kept.personal();
    ObjectNode facts = kept.facts(personal);
    NewEntry now =
        DisputeReader.read(facts, country -> rules.today(country, before.decidedAt()))
            .fold(
                dispute ->
                    EntryWriter.entry(
                        facts,
                        new Answer(
                            before.decisionId(), before.decidedAt(), rules.decide(dispute, LIMIT)),
                        before.caller(),
                        before.requestId(),
                        null),
                faults -> {
                  throw new IllegalStateException(faults.get(0).message().toString());
                });
    List<JsonDifference> unlike =
        new ArrayList<>(JsonDifference.between(before.decision(), now.decided().decision(), ""));
    unlike.addAll(JsonDifference.between(before.facts(), now.decided().facts(), "/facts"));
    personal.ifPresent(
        data ->
            unlike.addAll(
                JsonDifference.between(data.letter(), now.personal().letter(), "/letter")));
    COLUMNS.forEach(column -> column.compare(before, now.decided()).ifPresent(unlike::add));
    return unlike;
  }

  /** What is kept of a decision outside its JSON, to be searched for. */
  private record Column(String name, Function<DecisionRecord, @Nullable Object> value) {
    Optional<JsonDifference> compare(DecisionRecord kept, DecisionRecord now) {
      String before = text(value.apply(kept));
      String after = text(value.apply(now));
      return before.equals(after)
          ? Optional.empty()
          : Optional.of(new JsonDifference("/journal/" + name, before, after));
    }

    private static String text(@Nullable Object value) {
      return value instanceof BigDecimal number
          ? number.stripTrailingZeros().toPlainString()
          : Objects.toString(value, "nothing");
    }
  }

  private static final List<Column> COLUMNS =
      List.of(
          new Column("disputeId", DecisionRecord::disputeId),
          new Column("asOf", DecisionRecord::asOf),
          new Column("ruleSet", DecisionRecord::ruleSet),
          new Column("resolution", DecisionRecord::resolution),
          new Column("reasonCode", DecisionRecord::reasonCode),
          new Column("caseStatus", DecisionRecord::caseStatus),
          new Column("discountPercent", DecisionRecord::discountPercent),
          new Column("refundAmount", DecisionRecord::refundAmount),
          new Column("refundCurrency", DecisionRecord::refundCurrency));
}
