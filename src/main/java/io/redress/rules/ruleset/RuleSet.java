package io.redress.rules.ruleset;

import io.redress.domain.decision.Decision;
import io.redress.domain.decision.Letter;
import io.redress.domain.decision.RuleSetId;
import io.redress.domain.decision.RuleSource;
import io.redress.domain.decision.Warning;
import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.Country;
import io.redress.domain.dispute.CustomFacts;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeReader;
import io.redress.rules.assessment.Assessor;
import io.redress.rules.calendar.Calendars;
import io.redress.rules.engine.CompiledRules;
import io.redress.rules.engine.NonTerminatingRulesException;
import io.redress.rules.engine.Observer;
import io.redress.rules.engine.RuleCompiler;
import io.redress.rules.letter.Letters;
import io.redress.rules.source.CellWarning;
import io.redress.rules.source.ProblemList;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.edit.DropDowns;
import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.Facts;
import io.redress.rules.table.OwnTerms;
import io.redress.rules.table.Row;
import io.redress.rules.table.Tables;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A rule set that decides disputes. Immutable and thread-safe. */
public final class RuleSet {
  /** Limit of the processor time of a decision: about 100,000 times what one takes. */
  private static final Duration DEFAULT_LIMIT = Duration.ofSeconds(2);

  private final RuleSetId id;
  private final Tables tables;
  private final CustomFacts customFacts;
  private final Calendars calendars;
  private final Assessor assessor;
  private final CompiledRules rules;
  private final Letters letters;
  private final KnownCodes codes;
  private final List<CellWarning> warnings;

  private RuleSet(RuleSet of, Tables tables) {
    this.id = of.id;
    this.tables = tables;
    this.customFacts = of.customFacts;
    this.calendars = of.calendars;
    this.assessor = of.assessor;
    this.rules = of.rules;
    this.letters = of.letters;
    this.codes = of.codes;
    this.warnings = of.warnings;
  }

  private RuleSet(
      RuleSetId id, Tables tables, Calendars calendars, CompiledRules rules, Letters letters) {
    this.id = id;
    this.tables = tables;
    this.customFacts = tables.terms().own().facts();
    this.calendars = calendars;
    this.assessor = new Assessor(calendars);
    this.rules = rules;
    this.letters = letters;
    this.codes = KnownCodes.of(tables, calendars, rules.words());
    this.warnings =
        Stream.of(tables.warnings(), calendars.warnings(), codes.warnings())
            .flatMap(List::stream)
            .toList();
  }

  /**
   * Loads a folder of rules, such as {@code rules} of this repository.
   *
   * <p>Unlike the service and {@code check}, this runs no test cases and no laws, and the id does
   * not include test cases.
   *
   * @throws InvalidRuleSetException if any file has problems
   */
  public static RuleSet load(Path rules) {
    ProblemList problems = new ProblemList();
    return loaded(RuleSetFiles.of(RuleSetFiles.folder(rules, problems)), problems);
  }

  /**
   * Loads a folder of rules under the id that the service gives it, which includes the test cases.
   *
   * @throws InvalidRuleSetException if any file has problems
   */
  public static RuleSet load(Path rules, Path testCases) {
    ProblemList problems = new ProblemList();
    return loaded(RuleSetFiles.read(rules, testCases, problems), problems);
  }

  private static RuleSet loaded(RuleSetFiles files, ProblemList problems) {
    Optional<RuleSet> read = read(files, problems);
    if (!problems.isEmpty()) {
      throw new InvalidRuleSetException(problems.causesFirst());
    }
    return read.orElseThrow();
  }

  /**
   * Reads a rule set; empty when it has problems.
   *
   * @param problems receives all problems
   */
  public static Optional<RuleSet> read(RuleSetFiles files, List<RuleProblem> problems) {
    int before = problems.size();
    Map<String, byte[]> named = files.rules();
    problems.addAll(StrayFiles.among(named.keySet()));
    Tables tables = Tables.read(named, problems);
    Calendars calendars = Calendars.read(named, problems);
    Letters letters = Letters.read(named, actions(tables), ownNames(tables), problems);
    Optional<CompiledRules> rules = RuleCompiler.compile(named, tables, problems);
    if (problems.size() > before) {
      return Optional.empty();
    }
    return rules.map(
        compiled -> new RuleSet(RuleSetId.of(files.hash()), tables, calendars, compiled, letters));
  }

  private static @Nullable Set<String> ownNames(Tables tables) {
    if (!tables.terms().own().complete()) {
      return null;
    }
    return tables.terms().own().declarations().stream()
        .map(OwnTerms.Declaration::name)
        .collect(Collectors.toSet());
  }

  /** Returns the actions that a row of any table names. */
  private static Set<ActionType> actions(Tables tables) {
    Set<ActionType> actions = EnumSet.noneOf(ActionType.class);
    tables.all().stream()
        .map(DecisionTable::rows)
        .flatMap(List::stream)
        .map(Row::actions)
        .forEach(actions::addAll);
    return actions;
  }

  /**
   * Decides a dispute from its facts as JSON, with the letter. Facts without an id get one derived
   * from them, so the same facts on the same day get the same decision.
   *
   * @param now determines the seller's day if the facts have no {@code asOf}
   */
  public DecideResult decide(byte[] facts, Instant now) {
    return DisputeReader.read(facts, customFacts(), country -> today(country, now))
        .fold(
            dispute ->
                new DecideResult.Decided(
                    decide(complete(dispute, now, () -> UUID.nameUUIDFromBytes(facts).toString()))),
            DecideResult.Refused::new);
  }

  /**
   * Fills in the day and the id if the facts have none.
   *
   * @param id supplies the id if needed
   */
  public Dispute complete(Dispute dispute, Instant now, Supplier<String> id) {
    return dispute.on(
        Objects.requireNonNullElseGet(
            dispute.asOf(), () -> today(dispute.order().sellerCountryOrDefault(), now)),
        Objects.requireNonNullElseGet(dispute.disputeId(), id));
  }

  /**
   * Decides a dispute, with the letter.
   *
   * @param dispute with its id and {@code asOf}
   */
  public Decision decide(Dispute dispute) {
    return decide(dispute, DEFAULT_LIMIT);
  }

  /**
   * Decides a dispute, with the letter.
   *
   * @param dispute with its id and {@code asOf}
   * @param limit time limit for the rules
   * @throws NonTerminatingRulesException when the rules take longer or do not end
   */
  public Decision decide(Dispute dispute, Duration limit) {
    Decision decision = decideWithoutLetter(dispute, limit, null);
    return decision.with(letters.write(decision));
  }

  /** Decides a dispute without writing the letter. */
  public Decision decideWithoutLetter(Dispute dispute) {
    return decideWithoutLetter(dispute, DEFAULT_LIMIT, null);
  }

  /**
   * Decides a dispute without writing the letter.
   *
   * @param dispute with its id and {@code asOf}
   * @param observer sees how the decision comes about
   */
  public Decision decideWithoutLetter(Dispute dispute, Observer observer) {
    return decideWithoutLetter(dispute, DEFAULT_LIMIT, observer);
  }

  private Decision decideWithoutLetter(
      Dispute dispute, Duration limit, @Nullable Observer observer) {
    Decision decision =
        rules.decide(assessor.assess(dispute), tables, calendars, id, limit, observer);
    Locale wanted = dispute.buyer().locale();
    return wanted == null || letters.supports(wanted)
        ? decision
        : decision.with(
            new Warning(
                Warning.Code.LOCALE_NOT_SUPPORTED,
                "/buyer/locale",
                "There are no letters for "
                    + wanted.toLanguageTag()
                    + ", so the letter is in English."));
  }

  /**
   * Returns what decides as this rule set with other tables, to try changes. It has the same id,
   * and its letters are checked for the actions of this rule set only.
   */
  public RuleSet trying(Tables others) {
    return new RuleSet(this, others);
  }

  /** Returns the facts of a dispute as tables see them before any is asked. */
  public Facts facts(Dispute dispute) {
    return Facts.of(assessor.assess(dispute));
  }

  /** Returns the languages of letters, ordered by tag. */
  public List<Locale> languages() {
    return letters.languages().stream()
        .sorted(Comparator.comparing(Locale::toLanguageTag))
        .toList();
  }

  /** Returns notes about usual languages without letters of their own. */
  public List<String> languageNotes() {
    return letters.notes();
  }

  /** Writes the letter about a decision in every language. */
  public List<Letter> letters(Decision decision) {
    return languages().stream().map(language -> letters.write(decision, language)).toList();
  }

  public RuleSetId id() {
    return id;
  }

  /** Returns what is probably a mistake in cells that can be read. */
  public List<CellWarning> warnings() {
    return warnings;
  }

  /** Returns the codes that facts can have. */
  public KnownCodes codes() {
    return codes;
  }

  /**
   * Returns a workbook of this rule set with drop-down lists of the values that conditions and
   * outcomes can have. Lists that people made stay; a workbook that has all lists is the same
   * array.
   */
  public byte[] withLists(String file, byte[] workbook) {
    return DropDowns.of(workbook, WorkbookLists.of(file, this));
  }

  /** Returns the facts of the seller's own that disputes may have. */
  public CustomFacts customFacts() {
    return customFacts;
  }

  public Tables tables() {
    return tables;
  }

  /** Returns the places of the rows of all tables. */
  public List<RuleSource.TableRow> rows() {
    return rows(row -> true);
  }

  /** Returns the places of the rows that set something, so that they can be in a trace. */
  public List<RuleSource.TableRow> rowsWithOutcomes() {
    return rows(row -> !row.outcomes().isEmpty());
  }

  private List<RuleSource.TableRow> rows(Predicate<Row> wanted) {
    return tables.all().stream()
        .map(DecisionTable::rows)
        .flatMap(List::stream)
        .filter(wanted)
        .map(Row::source)
        .toList();
  }

  /** Returns the current day for a seller in the country. */
  public LocalDate today(Country country, Instant now) {
    return calendars.today(country, now);
  }
}
