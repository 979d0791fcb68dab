package io.redress.rules.ruleset;

import io.redress.domain.decision.Decision;
import io.redress.domain.decision.Letter;
import io.redress.domain.decision.RuleSetId;
import io.redress.domain.decision.RuleSource;
import io.redress.domain.dispute.Country;
import io.redress.domain.dispute.Dispute;
import io.redress.rules.assessment.Assessor;
import io.redress.rules.calendar.Calendars;
import io.redress.rules.engine.CompiledRules;
import io.redress.rules.engine.NonTerminatingRulesException;
import io.redress.rules.engine.RuleCompiler;
import io.redress.rules.letter.Letters;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.Row;
import io.redress.rules.table.Tables;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Everything that one version of the rules needs to decide; it never changes. */
public final class RuleSet {
  /** A hundred thousand times what a decision takes. */
  private static final Duration USUAL_LIMIT = Duration.ofSeconds(2);

  private final RuleSetId id;
  private final Tables tables;
  private final Calendars calendars;
  private final Assessor assessor;
  private final CompiledRules rules;
  private final Letters letters;

  private RuleSet(
      RuleSetId id, Tables tables, Calendars calendars, CompiledRules rules, Letters letters) {
    this.id = id;
    this.tables = tables;
    this.calendars = calendars;
    this.assessor = new Assessor(calendars);
    this.rules = rules;
    this.letters = letters;
  }

  /**
   * Reads a rule set; empty when there are faults.
   *
   * @param problems takes every fault found
   */
  public static Optional<RuleSet> read(RuleSetFiles files, List<RuleProblem> problems) {
    int before = problems.size();
    Map<String, byte[]> named = files.rules();
    problems.addAll(StrayFiles.among(named.keySet()));
    Tables tables = Tables.read(named, problems);
    Calendars calendars = Calendars.read(named, problems);
    Letters letters = Letters.read(named, problems);
    Optional<CompiledRules> rules = RuleCompiler.compile(named, tables, problems);
    if (problems.size() > before) {
      return Optional.empty();
    }
    return rules.map(
        compiled -> new RuleSet(RuleSetId.of(files.hash()), tables, calendars, compiled, letters));
  }

  /**
   * Decides a dispute, with the letter.
   *
   * @param dispute with its id and {@code asOf}
   */
  public Decision decide(Dispute dispute) {
    return decide(dispute, USUAL_LIMIT);
  }

  /**
   * Decides a dispute, with the letter.
   *
   * @param dispute with its id and {@code asOf}
   * @param limit how long the rules may take
   * @throws NonTerminatingRulesException when they take longer
   */
  public Decision decide(Dispute dispute, Duration limit) {
    Decision decision = decideWithoutLetter(dispute, limit);
    return decision.with(letters.write(decision));
  }

  /** Decides a dispute for those who do not need the letter. */
  public Decision decideWithoutLetter(Dispute dispute) {
    return decideWithoutLetter(dispute, USUAL_LIMIT);
  }

  private Decision decideWithoutLetter(Dispute dispute, Duration limit) {
    return rules.decide(assessor.assess(dispute), tables, calendars, id, limit);
  }

  /** The languages in which letters can be written, in the order of their tags. */
  public List<Locale> languages() {
    return letters.languages().stream()
        .sorted(Comparator.comparing(Locale::toLanguageTag))
        .toList();
  }

  /** The letters about a decision in all languages. */
  public List<Letter> letters(Decision decision) {
    return languages().stream().map(language -> letters.write(decision, language)).toList();
  }

  public RuleSetId id() {
    return id;
  }

  public Tables tables() {
    return tables;
  }

  /** Where the rows of all tables are written. */
  public List<RuleSource.TableRow> rows() {
    return tables.all().stream()
        .map(DecisionTable::rows)
        .flatMap(List::stream)
        .map(Row::source)
        .toList();
  }

  /** The day that it is for a seller in the country. */
  public LocalDate today(Country country, Instant now) {
    return calendars.today(country, now);
  }
}
