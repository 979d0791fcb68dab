package io.redress.proof;

import io.redress.archive.KeptDecision;
import io.redress.decide.Answer;
import io.redress.decide.EntryWriter;
import io.redress.dispute.DisputeReader;
import io.redress.journal.Decided;
import io.redress.journal.NewEntry;
import io.redress.journal.PersonalData;
import io.redress.lifecycle.PastRules;
import io.redress.proof.Doubt.Kind;
import io.redress.ruleset.RuleSet;
import io.redress.source.RuleProblem;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
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
final class Redecision {
  /** Longer than any rule takes, even on a machine that is busy with something else. */
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private static final int MOST_PLACES = 5;

  private final PastRules rules;
  private final Consumer<Doubt> doubts;
  private final Set<String> unreadable = new HashSet<>();

  private long decided;
  private long differing;

  Redecision(PastRules rules, Consumer<Doubt> doubts) {
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
      List<Unlike> unlike = unlike(kept, ruleSet.get());
      decided++;
      differing += unlike.isEmpty() ? 0 : 1;
      Kind kind = kept.key() == null ? Kind.DIFFERENT_WITHOUT_PERSONAL_DATA : Kind.DIFFERENT;
      unlike.stream()
          .limit(MOST_PLACES)
          .map(place -> Doubt.ofDifference(kind, kept.entry(), place))
          .forEach(doubts);
    } catch (RuntimeException notDecided) {
      doubts.accept(
          Doubt.of(
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
          Doubt.of(
              Kind.RULES_UNREADABLE,
              kept.entry(),
              "This and other decisions can not be taken again. " + problems.get(0)));
    }
    return ruleSet;
  }

  private static List<Unlike> unlike(KeptDecision kept, RuleSet rules) {
    Decided before = kept.entry().decided();
    Optional<PersonalData> personal = kept.personal();
    byte[] facts = utf8(kept.facts(personal).toString());
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
    List<Unlike> unlike =
        new ArrayList<>(Unlike.between(before.decision(), now.decided().decision(), ""));
    unlike.addAll(Unlike.between(before.facts(), now.decided().facts(), "/facts"));
    personal.ifPresent(
        data -> unlike.addAll(Unlike.between(data.letter(), now.personal().letter(), "/letter")));
    COLUMNS.forEach(column -> column.compare(before, now.decided()).ifPresent(unlike::add));
    return unlike;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** What is kept of a decision outside its JSON, to be searched for. */
  private record Column(String name, Function<Decided, @Nullable Object> value) {
    Optional<Unlike> compare(Decided kept, Decided now) {
      String before = text(value.apply(kept));
      String after = text(value.apply(now));
      return before.equals(after)
          ? Optional.empty()
          : Optional.of(new Unlike("/journal/" + name, before, after));
    }

    private static String text(@Nullable Object value) {
      return value instanceof BigDecimal number
          ? number.stripTrailingZeros().toPlainString()
          : Objects.toString(value, "nothing");
    }
  }

  private static final List<Column> COLUMNS =
      List.of(
          new Column("disputeId", Decided::disputeId),
          new Column("asOf", Decided::asOf),
          new Column("ruleSet", Decided::ruleSet),
          new Column("resolution", Decided::resolution),
          new Column("reasonCode", Decided::reasonCode),
          new Column("caseStatus", Decided::caseStatus),
          new Column("discountPercent", Decided::discountPercent),
          new Column("refundAmount", Decided::refundAmount),
          new Column("refundCurrency", Decided::refundCurrency));
}
