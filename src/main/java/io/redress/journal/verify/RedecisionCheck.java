package io.redress.journal.verify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.domain.decision.Answer;
import io.redress.domain.decision.Decision;
import io.redress.domain.dispute.DisputeReader;
import io.redress.journal.read.KeptDecision;
import io.redress.journal.read.ShownEntries;
import io.redress.journal.verify.IntegrityFinding.Kind;
import io.redress.journal.write.CustomValue;
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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides kept disputes again, each under its own rule set, and compares byte by byte. */
final class RedecisionCheck {
  /** Longer than any rule takes, even on a busy machine. */
  private static final Duration TIME_LIMIT = Duration.ofSeconds(20);

  private static final int MAX_DIFFERENCES = 5;

  private final HistoricalRuleSets rules;
  private final ShownEntries shown;
  private final Consumer<IntegrityFinding> findings;
  private final Set<String> unreadable = new HashSet<>();

  /** The rule set of the entry before, which most entries share with it. */
  private Map.@Nullable Entry<String, RuleSet> last;

  private long decided;
  private long differing;

  RedecisionCheck(
      HistoricalRuleSets rules, ShownEntries shown, Consumer<IntegrityFinding> findings) {
    this.rules = rules;
    this.shown = shown;
    this.findings = findings;
  }

  /** The number of disputes that were decided again. */
  long decided() {
    return decided;
  }

  /** The number of those whose decision differs. */
  long differing() {
    return differing;
  }

  void of(KeptDecision kept) {
    Optional<RuleSet> ruleSet = ruleSet(kept);
    if (ruleSet.isEmpty()) {
      return;
    }
    try {
      List<JsonDifference> differences = differences(kept, ruleSet.get());
      decided++;
      differing += differences.isEmpty() ? 0 : 1;
      Kind kind = kept.key() == null ? Kind.DIFFERENT_WITHOUT_PERSONAL_DATA : Kind.DIFFERENT;
      differences.stream()
          .limit(MAX_DIFFERENCES)
          .map(place -> IntegrityFinding.ofDifference(kind, kept.entry(), place))
          .forEach(findings);
    } catch (RuntimeException notDecided) {
      findings.accept(
          IntegrityFinding.of(
              Kind.NOT_DECIDED,
              kept.entry(),
              "It cannot be decided again: " + notDecided.getMessage()));
    }
  }

  private Optional<RuleSet> ruleSet(KeptDecision kept) {
    String version = kept.entry().decided().ruleSet();
    if (unreadable.contains(version)) {
      return Optional.empty();
    }
    if (last != null && last.getKey().equals(version)) {
      return Optional.of(last.getValue());
    }
    List<RuleProblem> problems = new ArrayList<>();
    Optional<RuleSet> ruleSet = rules.load(version, problems);
    ruleSet.ifPresent(loaded -> last = Map.entry(version, loaded));
    if (ruleSet.isEmpty()) {
      unreadable.add(version);
      findings.accept(
          IntegrityFinding.of(
              Kind.RULES_UNREADABLE,
              kept.entry(),
              "This and other disputes cannot be decided again. " + problems.get(0)));
    }
    return ruleSet;
  }

  private List<JsonDifference> differences(KeptDecision kept, RuleSet rules) {
    DecisionRecord before = kept.entry().decided();
    Optional<PersonalData> personal = kept.personal();
    ObjectNode facts = kept.facts(personal);
    boolean older = OlderAnswer.is(before.decision());
    NewEntry now =
        DisputeReader.read(
                facts, rules.customFacts(), country -> rules.today(country, before.decidedAt()))
            .fold(
                dispute ->
                    EntryWriter.entry(
                        facts,
                        answer(before, rules.decide(dispute, TIME_LIMIT), older),
                        before.caller(),
                        before.requestId(),
                        null),
                refused -> {
                  throw new IllegalStateException(refused.get(0).message().toString());
                });
    List<JsonDifference> differences =
        new ArrayList<>(
            JsonDifference.between(
                before.decision(),
                older
                    ? OlderAnswer.like(before.decision(), now.decided().decision())
                    : now.decided().decision(),
                ""));
    differences.addAll(JsonDifference.between(before.facts(), now.decided().facts(), "/facts"));
    personal
        .filter(data -> !older)
        .ifPresent(
            data ->
                differences.addAll(
                    JsonDifference.between(data.letter(), now.personal().letter(), "/letter")));
    COLUMNS.forEach(column -> column.compare(before, now.decided()).ifPresent(differences::add));
    customDifference(before.decisionId(), now).ifPresent(differences::add);
    shown
        .otherwise(kept.entry())
        .map(other -> new JsonDifference("/journal/search", other, kept.entry().toString()))
        .ifPresent(differences::add);
    return differences;
  }

  private Optional<JsonDifference> customDifference(UUID decision, NewEntry now) {
    String before = text(shown.custom(decision));
    String after = text(now.custom());
    return before.equals(after) || !shown.isKept(decision)
        ? Optional.empty()
        : Optional.of(new JsonDifference("/journal/custom", before, after));
  }

  private static String text(List<CustomValue> values) {
    return values.isEmpty()
        ? "nothing"
        : values.stream()
            .map(own -> own.name() + ": " + own.text())
            .sorted()
            .collect(Collectors.joining(", "));
  }

  private static Answer answer(DecisionRecord before, Decision decision, boolean fullTrace) {
    Answer answer = new Answer(before.decisionId(), before.decidedAt(), decision);
    return fullTrace ? answer.withFullTrace() : answer;
  }

  /** A search column of the journal, which repeats a value of the decision's JSON. */
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
