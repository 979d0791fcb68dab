package io.redress.http.decisions;

import io.redress.domain.decision.ActionType;
import io.redress.domain.decision.RuleSetId;
import io.redress.http.problem.Page;
import io.redress.http.problem.ProblemType;
import io.redress.journal.read.SearchQuery;
import io.redress.journal.read.SortOrder;
import io.redress.platform.text.ClosestWord;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what is asked for in an address, and tells all that is wrong with it at once. */
public final class SearchParameters {
  private static final List<String> FILTERS =
      List.of("disputeId", "resolution", "ruleSet", "from", "to", "q");
  private static final List<String> PARTS = List.of("sort", "page", "size");
  private static final List<String> RESOLUTIONS =
      Arrays.stream(ActionType.values()).map(Enum::name).toList();

  private static final int LONGEST = 200;
  private static final int USUAL_SIZE = 50;
  private static final int MOST_TOLD = 20;

  /** Nothing was decided before, and databases know no year beyond. */
  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  /** Something wrong with a parameter. */
  private record Mistake(String parameter, String message) {}

  /** A value that can not be read; the message says what to give. */
  private static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreadable(String message) {
      super(message);
    }
  }

  /** A part of a list. */
  public record Wanted(SearchQuery search, SortOrder sorting, Page page) {}

  private final Map<String, List<String>> sent;
  private final List<Mistake> mistakes = new ArrayList<>();

  private SearchParameters(Map<String, List<String>> sent, List<String> known) {
    this.sent = sent;
    sent.keySet().stream()
        .filter(name -> !known.contains(name))
        .forEach(
            name ->
                mistakes.add(
                    new Mistake(
                        shown(name),
                        "There is no parameter "
                            + shown(name)
                            + ". "
                            + ClosestWord.advice(name, known))));
  }

  /** For a list; answers 400 when anything is wrong. */
  public static Wanted ofList(Map<String, List<String>> sent) {
    List<String> known = new ArrayList<>(FILTERS);
    known.addAll(PARTS);
    SearchParameters read = new SearchParameters(sent, known);
    SearchQuery search = read.search();
    SortOrder sorting = read.value("sort", SearchParameters::sorting);
    Integer page = read.value("page", text -> whole(text, Integer.MAX_VALUE));
    Integer size = read.value("size", text -> whole(text, Page.MOST));
    read.refuseMistakes();
    return new Wanted(
        search,
        sorting == null ? SortOrder.USUAL : sorting,
        new Page(page == null ? 1 : page, size == null ? USUAL_SIZE : size));
  }

  /** For an export, which is whole and in order of time; answers 400 when anything is wrong. */
  static SearchQuery ofExport(Map<String, List<String>> sent) {
    SearchParameters read = new SearchParameters(sent, FILTERS);
    SearchQuery search = read.search();
    read.refuseMistakes();
    return search;
  }

  private SearchQuery search() {
    return new SearchQuery(
        value("disputeId", Function.identity()),
        value("resolution", SearchParameters::resolution),
        value("ruleSet", SearchParameters::version),
        value("from", text -> instant(text, 0)),
        value("to", text -> instant(text, 1)),
        value("q", Function.identity()));
  }

  private <T> @Nullable T value(String name, Function<String, T> reading) {
    List<String> values = sent.getOrDefault(name, List.of());
    if (values.isEmpty()) {
      return null;
    }
    try {
      return reading.apply(text(values));
    } catch (Unreadable unreadable) {
      mistakes.add(new Mistake(name, name + " " + unreadable.getMessage()));
      return null;
    }
  }

  private static String text(List<String> values) {
    String text = values.get(0);
    if (values.size() > 1) {
      throw new Unreadable("is given " + values.size() + " times. Give it once.");
    }
    if (text.isBlank() || text.length() > LONGEST) {
      throw new Unreadable(
          "is not of 1 to " + LONGEST + " characters. Give some, or leave it out.");
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new Unreadable("holds control characters. Leave them out.");
    }
    return text;
  }

  private static String resolution(String text) {
    if (!RESOLUTIONS.contains(text)) {
      throw new Unreadable("is no resolution. " + ClosestWord.advice(text, RESOLUTIONS));
    }
    return text;
  }

  private static String version(String text) {
    return RuleSetId.versionIn(text)
        .orElseThrow(
            () -> new Unreadable("is no rule set. Give its version of 12 letters and digits."));
  }

  /**
   * @param days that a day stands for the instant after
   */
  private static Instant instant(String text, int days) {
    try {
      Instant instant =
          text.indexOf('T') < 0
              ? LocalDate.parse(text).plusDays(days).atStartOfDay().toInstant(ZoneOffset.UTC)
              : OffsetDateTime.parse(text).toInstant();
      if (!instant.isBefore(EARLIEST) && !instant.isAfter(LATEST)) {
        return instant;
      }
    } catch (DateTimeException notATime) {
      // said below
    }
    throw new Unreadable(
        "is neither a day nor an instant. Give one, as in 2026-01-31 or 2026-01-31T08:30:00Z.");
  }

  private static SortOrder sorting(String text) {
    return SortOrder.of(text)
        .orElseThrow(
            () ->
                new Unreadable(
                    "is nothing to sort by. "
                        + ClosestWord.advice(text, SortOrder.members())
                        + " A minus before it puts the largest first."));
  }

  private static int whole(String text, int most) {
    try {
      int value = Integer.parseInt(text);
      if (value >= 1 && value <= most) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // said below
    }
    throw new Unreadable("is not a whole number from 1 to " + most + ". Give one.");
  }

  private void refuseMistakes() {
    if (!mistakes.isEmpty()) {
      List<Mistake> told = mistakes.stream().limit(MOST_TOLD).toList();
      throw ProblemType.MALFORMED_REQUEST.with(
          told.stream().map(Mistake::message).collect(Collectors.joining(" ")), "errors", told);
    }
  }

  private static String shown(String name) {
    String visible = name.replaceAll("[^\\p{Alnum}._-]", "?");
    return visible.length() > LONGEST ? visible.substring(0, LONGEST) : visible;
  }
}
