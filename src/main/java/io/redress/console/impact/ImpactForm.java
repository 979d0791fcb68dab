package io.redress.console.impact;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.platform.text.PlainNumber;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The form that begins an impact run. Empty fields count as absent. */
public class ImpactForm {
  private static final int PERCENT_DIGITS = 2;

  /** Fields that have another name than the member of the request. */
  private static final Map<String, String> FIELDS = Map.of("redemptionRate", "redemption");

  @RestForm @Nullable String from;
  @RestForm @Nullable String to;
  @RestForm @Nullable String against;
  @RestForm @Nullable String redemption;
  @RestForm @Nullable String resolution;
  @RestForm @Nullable String country;
  @RestForm @Nullable String platform;
  @RestForm @Nullable String ruleSet;
  @RestForm @Nullable String disputeId;

  /** Names of KPIs. */
  @RestForm @Nullable List<String> kpi;

  /** The body of a request to the API that asks for the same. */
  InputStream body() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    put(body, "from", from);
    put(body, "to", to);
    put(body, "against", against);
    put(body, "redemptionRate", rate(redemption));
    if (kpi != null && !kpi.isEmpty()) {
      kpi.forEach(body.putArray("kpis")::add);
    }
    ObjectNode filter = JsonNodeFactory.instance.objectNode();
    put(filter, "resolution", resolution);
    put(filter, "country", country);
    put(filter, "platform", platform);
    put(filter, "ruleSet", ruleSet);
    put(filter, "disputeId", disputeId);
    if (!filter.isEmpty()) {
      body.set("filter", filter);
    }
    return new ByteArrayInputStream(body.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void put(ObjectNode node, String name, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      node.put(name, text.strip());
    }
  }

  /** What is not a number of percent is sent as it is, and refused as the API does. */
  private static @Nullable String rate(@Nullable String percent) {
    if (percent == null) {
      return null;
    }
    return PlainNumber.parse(percent.strip())
        .map(number -> number.movePointLeft(PERCENT_DIGITS).toPlainString())
        .orElse(percent);
  }

  /** The field of the form that a problem's pointer means; empty for none. */
  static String field(String pointer) {
    if (pointer.startsWith("/kpis")) {
      return "kpis";
    }
    String name = pointer.substring(pointer.lastIndexOf('/') + 1);
    return FIELDS.getOrDefault(name, name);
  }
}
