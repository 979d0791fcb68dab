package io.redress.console.decisions;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The query of the decision list, and links to variations of it. */
record ListQuery(Map<String, List<String>> parameters) {
  private static final String PAGE = "page";
  private static final String SORT = "sort";

  /** Ignores empty form fields. */
  static ListQuery of(Map<String, List<String>> sent) {
    Map<String, List<String>> filled = new TreeMap<>();
    sent.forEach(
        (name, values) -> {
          List<String> texts = values.stream().filter(text -> !text.isBlank()).toList();
          if (!texts.isEmpty()) {
            filled.put(name, texts);
          }
        });
    return new ListQuery(filled);
  }

  /** The value of a parameter; empty if absent. */
  String value(String name) {
    return parameters.getOrDefault(name, List.of("")).get(0);
  }

  /** The first page in another order. */
  String sorted(String by) {
    return address("/decisions", with(without(PAGE), SORT, by));
  }

  /** The address of a page, up to the page number. */
  String page() {
    String list = address("/decisions", without(PAGE));
    return list + (list.contains("?") ? "&" : "?") + PAGE + "=";
  }

  /** All results as a file. */
  String export(String file) {
    Map<String, List<String>> rest = without(PAGE);
    rest.remove(SORT);
    rest.remove("size");
    return address("/decisions/" + file, rest);
  }

  /** Whether the query filters decisions. */
  boolean narrows() {
    return parameters.keySet().stream()
        .anyMatch(name -> !List.of(PAGE, SORT, "size").contains(name));
  }

  private Map<String, List<String>> without(String name) {
    Map<String, List<String>> rest = new TreeMap<>(parameters);
    rest.remove(name);
    return rest;
  }

  private static Map<String, List<String>> with(
      Map<String, List<String>> parameters, String name, String value) {
    Map<String, List<String>> more = new TreeMap<>(parameters);
    more.put(name, List.of(value));
    return more;
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
