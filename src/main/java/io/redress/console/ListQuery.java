package io.redress.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The query of a list, and links to variations of it.
 *
 * @param path of the list, such as {@code /decisions}
 * @param parameters without empty ones and the day
 * @param day whose page is wanted, of a list by time
 */
public record ListQuery(
    String path, Map<String, List<String>> parameters, Optional<LocalDate> day) {
  private static final String PAGE = "page";
  private static final String SORT = "sort";
  private static final String DAY = "day";
  private static final int MAX_YEAR = 9999;

  /** Ignores empty form fields. */
  public static ListQuery of(String path, Map<String, List<String>> sent) {
    Map<String, List<String>> filled = new TreeMap<>();
    sent.forEach(
        (name, values) -> {
          List<String> texts = values.stream().filter(text -> !text.isBlank()).toList();
          if (!texts.isEmpty()) {
            filled.put(name, texts);
          }
        });
    List<String> day = filled.remove(DAY);
    return new ListQuery(
        path, filled, Optional.ofNullable(day).flatMap(texts -> day(texts.get(0))));
  }

  /** The day that a text names; empty for any other text. */
  public static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text))
          .filter(day -> day.getYear() >= 1 && day.getYear() < MAX_YEAR);
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  /** The value of a parameter; empty if absent. */
  public String value(String name) {
    return parameters.getOrDefault(name, List.of("")).get(0);
  }

  /** The first page in another order. */
  public String sorted(String by) {
    return first(SORT, by);
  }

  /** The first page of what has a value, too. */
  public String narrowed(String name, String value) {
    return first(name, value);
  }

  private String first(String name, String value) {
    Map<String, List<String>> more = without(PAGE);
    more.put(name, List.of(value));
    return address(path, more);
  }

  /** The address of a page, up to the page number. */
  public String page() {
    String list = address(path, without(PAGE));
    return list + (list.contains("?") ? "&" : "?") + PAGE + "=";
  }

  /** All results as a file. */
  public String export(String file) {
    Map<String, List<String>> rest = without(PAGE);
    rest.remove(SORT);
    rest.remove("size");
    return address(path + "/" + file, rest);
  }

  /** Whether the query filters the list. */
  public boolean narrows() {
    return parameters.keySet().stream()
        .anyMatch(name -> !List.of(PAGE, SORT, "size").contains(name));
  }

  private Map<String, List<String>> without(String name) {
    Map<String, List<String>> rest = new TreeMap<>(parameters);
    rest.remove(name);
    return rest;
  }

  private static String address(String path, Map<String, List<String>> parameters) {
    return parameters.isEmpty()
        ? path
        : parameters.entrySet().stream()
            .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue().get(0)))
            .collect(Collectors.joining("&", path + "?", ""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
