package io.redress.check.scenario;

import io.redress.domain.decision.Decision;
import io.redress.domain.decision.RuleSource;
import io.redress.domain.decision.TraceEntry;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeReader;
import io.redress.domain.dispute.Reason;
import io.redress.rules.table.Facts;
import io.redress.rules.table.Tables;
import io.redress.rules.table.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Completes the example of a finding, which has only what its table asks for, to the facts of a
 * dispute in which the table is asked: those of a test case that gets there, with the facts of the
 * example.
 */
public final class CompleteFacts {
  private final Tables tables;
  private final Function<Dispute, Decision> decide;
  private final Map<String, List<Known>> bySheet = new HashMap<>();

  /**
   * A dispute whose decision used a table.
   *
   * @param answers outcomes of the tables that were asked, by name
   */
  private record Known(FactTree facts, Decision decision, Map<String, Object> answers) {}

  /** Facts, and what is decided on them. */
  public record Completed(FactTree facts, Decision decision) {}

  /**
   * @param known the disputes of the test cases
   * @param decide decides by the rule set; what it throws is ignored
   */
  public CompleteFacts(Tables tables, List<Dispute> known, Function<Dispute, Decision> decide) {
    this.tables = tables;
    this.decide = decide;
    known.forEach(dispute -> decided(FactTree.of(dispute), dispute).ifPresent(this::add));
  }

  private Optional<Known> decided(FactTree facts, Dispute dispute) {
    try {
      Decision decision = decide.apply(dispute);
      Map<String, Object> answers = new HashMap<>();
      for (TraceEntry entry : decision.fired()) {
        answers.putAll(entry.effect());
      }
      return Optional.of(new Known(facts, decision, answers));
    } catch (RuntimeException failed) {
      return Optional.empty();
    }
  }

  private void add(Known known) {
    for (TraceEntry entry : known.decision.fired()) {
      if (entry.source() instanceof RuleSource.TableRow row) {
        List<Known> users =
            bySheet.computeIfAbsent(sheet(row.file(), row.sheet()), sheet -> new ArrayList<>());
        // Those that use a table more than once follow upon themselves.
        if (users.isEmpty() || users.get(users.size() - 1) != known) {
          users.add(known);
        }
      }
    }
  }

  private static String sheet(String file, String sheet) {
    return file + "!" + sheet;
  }

  /**
   * Facts with which a table is asked for the example, as far as facts can bring that about; empty
   * when no test case uses the table, or none can have these facts.
   *
   * @param example values by name, of their terms' types
   */
  public Optional<Completed> of(String file, String sheet, Map<String, Object> example) {
    return bySheet.getOrDefault(sheet(file, sheet), List.of()).stream()
        .sorted(Comparator.comparing((Known known) -> alike(known, example)).reversed())
        .flatMap(known -> with(known, example).stream())
        .findFirst();
  }

  /** How much of the example holds in a dispute. */
  private long alike(Known known, Map<String, Object> example) {
    Facts facts = Facts.of(known.decision.assessment());
    return example.entrySet().stream()
        .filter(
            one ->
                tables
                    .terms()
                    .named(one.getKey())
                    .filter(term -> same(one.getValue(), value(term, known, facts)))
                    .isPresent())
        .count();
  }

  private static Object value(Term term, Known known, Facts facts) {
    Object value = term.outcome() ? known.answers.get(term.name()) : facts.value(term);
    return value == null ? "" : value;
  }

  private static boolean same(Object wanted, Object value) {
    if (wanted instanceof BigDecimal number && value instanceof BigDecimal other) {
      return number.compareTo(other) == 0;
    }
    return wanted instanceof Set<?>
        ? wanted.equals(value)
        : wanted.toString().equals(value.toString());
  }

  private static @Nullable Reason reason(String name) {
    return Arrays.stream(Reason.values())
        .filter(reason -> reason.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  private Optional<Completed> with(Known known, Map<String, Object> example) {
    FactTree changed = known.facts;
    FactTree wanted = FactTree.of(example, tables.terms());
    for (String name : wanted.names()) {
      changed = changed.with(name, wanted.value(name));
    }
    Reason reason = reason(changed.value("reason").asText());
    FactTree facts =
        reason == null
            ? changed
            : changed.with("disputeType", changed.json().textNode(reason.disputeType().name()));
    return DisputeReader.read(
            facts.json(), tables.terms().own().facts(), country -> known.decision.asOf())
        .fold(dispute -> decided(facts, dispute), problems -> Optional.<Known>empty())
        .map(one -> new Completed(facts, one.decision));
  }
}
