package io.redress.operations;

import static io.restassured.RestAssured.get;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Metrics as Prometheus scrapes them. */
final class ScrapedMetrics {
  private ScrapedMetrics() {}

  /** A line for each series, such as {@code a_total{b="c"} 1.0}. */
  static List<String> series() {
    return get("/q/metrics").asString().lines().filter(line -> !line.startsWith("#")).toList();
  }

  static List<String> series(String name) {
    return series().stream().filter(line -> line.matches(name + "[{ ].*")).toList();
  }

  static Set<String> names() {
    Set<String> names = new TreeSet<>();
    series().forEach(line -> names.add(line.replaceFirst("[{ ].*", "")));
    return names;
  }

  static double value(String name) {
    return series(name).stream()
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }
}
