package io.redress.http.decisions;

import io.redress.domain.decision.RuleSetId;
import io.redress.domain.dispute.ActionType;
import io.redress.http.problem.Page;
import io.redress.http.problem.ProblemType;
import io.redress.journal.read.SearchQuery;
import io.redress.journal.read.SortOrder;
import io.redress.platform.database.StorableInstants;
import io.redress.platform.text.ClosestWord;
import io.redress.rules.table.OwnTerms;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parses search parameters and reports all problems at once. */
public final class SearchParameters {
  private static final List<String> FILTERS =
      List.of("disputeId", "resolution", "ruleSet", "from", "to", "q");
  private static final List<String> PAGING = List.of("sort", "page", "size");
  private static final List<String> RESOLUTIONS =
      Arrays.stream(ActionType.values()).map(Enum::name).toList();

  private static final int MAX_LENGTH = 200;
  private static final int DEFAULT_SIZE = 50;
  private static final int MAX_REPORTED = 20;

  /** A problem of a parameter. */
  private record ParameterProblem(String parameter, String message) {}

  /** A malformed value; the message says what to use instead. */
  private static final class MalformedValue extends RuntimeException {
    private static final long serialVersionUID = 1;

    MalformedValue(String message) {
      super(message);
    }
  }

  /** A page of search results. */
  public record Wanted(SearchQuery search, SortOrder sorting, Page page) {}

  private final Map<String, List<String>> sent;
  private final List<ParameterProblem> problems = new ArrayList<>();

  private SearchParameters(Map<String, List<String>> sent, List<String> known) {
    this.sent = sent;
    sent.keySet().stream()
        .filter(name -> !known.contains(name))
        .forEach(
            name ->
                problems.add(
                    new ParameterProblem(
                        printable(name),
                        "Unknown parameter "
                            + printable(name)
                            + ". "
                            + ClosestWord.advice(name, known))));
  }

  /**
   * Parses the parameters of a list.
   *
   * @param custom the seller's own facts and outcomes, which are filters, too
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 with all problems
   */
  public static Wanted ofList(Map<String, List<String>> sent, CustomNames custom) {
    List<String> known = new ArrayList<>(FILTERS);
    known.addAll(PAGING);
    known.addAll(custom.neededBy(sent));
    SearchParameters read = new SearchParameters(sent, known);
    SearchQuery search = read.search();
    SortOrder sorting = read.value("sort", SearchParameters::sorting);
    Integer page = read.value("page", text -> whole(text, Integer.MAX_VALUE));
    Integer size = read.value("size", text -> whole(text, Page.MAX_SIZE));
    read.throwProblems();
    return new Wanted(
        search,
        sorting == null ? SortOrder.DEFAULT : sorting,
        new Page(page == null ? 1 : page, size == null ? DEFAULT_SIZE : size));
  }

  /**
   * Parses the filters of an export, which has no pages and is ordered by time.
   *
   * @param custom the seller's own facts and outcomes, which are filters, too
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 with all problems
   */
  static SearchQuery ofExport(Map<String, List<String>> sent, CustomNames custom) {
    List<String> known = new ArrayList<>(FILTERS);
    known.addAll(custom.neededBy(sent));
    SearchParameters read = new SearchParameters(sent, known);
    SearchQuery search = read.search();
    read.throwProblems();
    return search;
  }

  private SearchQuery search() {
    return new SearchQuery(
        value("disputeId", Function.identity()),
        value("resolution", SearchParameters::resolution),
        value("ruleSet", SearchParameters::version),
        value("from", text -> instant(text, 0)),
        value("to", text -> instant(text, 1)),
        value("q", Function.identity()),
        custom());
  }

  private Map<String, String> custom() {
    Map<String, String> custom = new TreeMap<>();
    for (String name : sent.keySet()) {
      if (name.startsWith(OwnTerms.PREFIX)) {
        String value = value(name, Function.identity());
        if (value != null) {
          custom.put(name.substring(OwnTerms.PREFIX.length()), value);
        }
      }
    }
    return custom;
  }

  private <T> @Nullable T value(String name, Function<String, T> reading) {
    List<String> values = sent.getOrDefault(name, List.of());
    if (values.isEmpty()) {
      return null;
    }
    try {
      return reading.apply(text(values));
    } catch (MalformedValue malformed) {
      problems.add(
          new ParameterProblem(printable(name), printable(name) + " " + malformed.getMessage()));
      return null;
    }
  }

  private static String text(List<String> values) {
    String text = values.get(0);
    if (values.size() > 1) {
      throw new MalformedValue("occurs " + values.size() + " times. Send it once.");
    }
    if (text.isBlank() || text.length() > MAX_LENGTH) {
      throw new MalformedValue("must have 1 to " + MAX_LENGTH + " characters, or be left out.");
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new MalformedValue("contains control characters. Remove them.");
    }
    return text;
  }

  private static String resolution(String text) {
    if (!RESOLUTIONS.contains(text)) {
      throw new MalformedValue("is not a resolution. " + ClosestWord.advice(text, RESOLUTIONS));
    }
    return text;
  }

  private static String version(String text) {
    return RuleSetId.versionIn(text)
        .orElseThrow(
            () ->
                new MalformedValue(
                    "is not a rule set version. Use the 12 letters and digits of a version."));
  }

  /**
   * @param days added to a day, before its start is taken
   */
  private static Instant instant(String text, int days) {
    try {
      Instant instant =
          text.indexOf('T') < 0
              ? LocalDate.parse(text).plusDays(days).atStartOfDay().toInstant(ZoneOffset.UTC)
              : OffsetDateTime.parse(text).toInstant();
      if (StorableInstants.contain(instant)) {
        return instant;
      }
    } catch (DateTimeException malformed) {
      // reported below
    }
    throw new MalformedValue(
        "is not a day or instant. Use one such as 2026-01-31 or 2026-01-31T08:30:00Z.");
  }

  private static SortOrder sorting(String text) {
    return SortOrder.of(text)
        .orElseThrow(
            () ->
                new MalformedValue(
                    "is not a sortable member. "
                        + ClosestWord.advice(text, SortOrder.members())
                        + " A minus sorts in descending order."));
  }

  private static int whole(String text, int max) {
    try {
      int value = Integer.parseInt(text);
      if (value >= 1 && value <= max) {
        return value;
      }
    } catch (NumberFormatException malformed) {
      // reported below
    }
    throw new MalformedValue("is not a whole number from 1 to " + max + ".");
  }

  private void throwProblems() {
    if (!problems.isEmpty()) {
      List<ParameterProblem> reported = problems.stream().limit(MAX_REPORTED).toList();
      throw ProblemType.MALFORMED_REQUEST.with(
          reported.stream().map(ParameterProblem::message).collect(Collectors.joining(" ")),
          "errors",
          reported);
    }
  }

  private static String printable(String name) {
    String visible = name.replaceAll("[^\\p{Alnum}._-]", "?");
    return visible.length() > MAX_LENGTH ? visible.substring(0, MAX_LENGTH) : visible;
  }
}
