package io.redress.console.tables;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** A table whose rows overlap so much that its analysis takes as long as possible. */
public final class TangledTable {
  private static final int ROWS = 4_000;

  private TangledTable() {}

  /** The request of the goodwill page for a check of the whole table. */
  public static String goodwill() {
    Random random = new Random(7);
    List<Map<String, Object>> rows =
        IntStream.range(0, ROWS)
            .mapToObj(row -> Map.<String, Object>of("from", 0, "cells", cells(random)))
            .toList();
    return new JsonObject(Map.of("rows", rows, "whole", true)).encode();
  }

  private static List<String> cells(Random random) {
    int from = random.nextInt(900);
    String days = "[%d..%d]".formatted(from, from + 1 + random.nextInt(90));
    return List.of("-", "-", "-", days, "-", String.valueOf(random.nextInt(100)), "");
  }
}
