package io.redress.http.openapi;

import static io.redress.http.openapi.ComponentSchemas.schema;

import io.redress.domain.dispute.ActionType;
import io.redress.http.decide.DecisionService;
import io.redress.http.problem.Page;
import io.redress.journal.read.SortOrder;
import io.redress.platform.text.PlainId;
import io.redress.rules.table.OwnTerms;
import io.redress.security.audit.AuditAction;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.Style;
import org.jspecify.annotations.Nullable;

/** The parameters of the API, each with its schema and an example. */
enum ApiParameter {
  VERSION(In.PATH, "version", "A version, or active", ApiParameter::version, "active"),
  OTHER(In.PATH, "other", "The later version, or active", ApiParameter::version, "active"),
  TABLE(In.PATH, "name", "The name of a decision table", ApiParameter::text, "goodwill"),
  FILE(In.PATH, "name", "A file's path in the rule set", ApiParameter::text, "promises.xlsx"),
  KEY_ID(In.PATH, "id", "The ID of a key", ApiParameter::text, "797b3b258e5d"),
  IMPACT_ID(
      In.PATH,
      "id",
      "The ID of an impact run",
      ApiParameter::text,
      "01a20f36-41ea-736b-a7ff-4b5da449a39a"),
  SIGNING_KEY_ID(
      In.PATH,
      "keyId",
      "The ID of a key that signs certificates",
      ApiParameter::text,
      "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"),
  DECISION_ID(
      In.PATH,
      "decisionId",
      "The ID in the answer",
      () -> schema(SchemaType.STRING).format("uuid"),
      "01a20f36-41ea-736b-a7ff-4b5da449a39a"),
  DISPUTE_ID(In.PATH, "disputeId", "The dispute ID", ApiParameter::disputeId, "D-1001"),
  OF_DISPUTE(In.QUERY, "disputeId", "The dispute ID", ApiParameter::disputeId, "D-1001"),
  RESOLUTION(
      In.QUERY,
      "resolution",
      "The main remedy",
      () -> words(ActionType.values()),
      ActionType.FULL_REFUND.name()),
  RULE_SET(
      In.QUERY,
      "ruleSet",
      "The version of the rule set that decided",
      () -> text().pattern("^[0-9a-f]{12}([0-9a-f]{52})?$"),
      "2c0bfb961a67"),
  FROM(
      In.QUERY,
      "from",
      "The first day (UTC), or the first instant",
      ApiParameter::text,
      "2026-01-31"),
  TO(
      In.QUERY,
      "to",
      "The last day (UTC), or the instant after the last",
      ApiParameter::text,
      "2026-01-31T08:30:00Z"),
  FROM_DAY(
      In.QUERY,
      "from",
      "The first day (UTC); 89 days before the last by default",
      ApiParameter::day,
      "2026-01-31"),
  TO_DAY(In.QUERY, "to", "The last day (UTC); today by default", ApiParameter::day, "2026-03-31"),
  OF_TABLE(
      In.QUERY,
      "table",
      "The name of a decision table; all by default",
      ApiParameter::text,
      "goodwill"),
  TEXT(
      In.QUERY,
      "q",
      "Part of an ID, of a reason code or resolution or its label in English or Chinese, of a"
          + " caller or request ID",
      () -> text().maxLength(200),
      "LOST"),
  CUSTOM(
      In.QUERY,
      OwnTerms.MEMBER,
      "Values of facts and outcomes of your own, each as custom.NAME=VALUE, where "
          + OwnTerms.FILE
          + " declares NAME. Free texts cannot be searched.",
      () -> schema(SchemaType.OBJECT).additionalPropertiesSchema(text()),
      Map.of(OwnTerms.PREFIX + "tier", "GOLD")),
  SORT(
      In.QUERY,
      "sort",
      "A member of the listed decisions; a minus sorts in descending order",
      ApiParameter::sorting,
      "-decidedAt"),
  PAGE(In.QUERY, "page", "Page number, from 1", () -> whole(1, 1, null), 1),
  SIZE(In.QUERY, "size", "Page size", () -> whole(50, 1, Page.MAX_SIZE), 50),
  SINCE(
      In.QUERY,
      "since",
      "The first day (UTC) to verify; earlier entries are trusted",
      () -> schema(SchemaType.STRING).format("date"),
      "2026-01-31"),
  REDECIDE(
      In.QUERY,
      "redecide",
      "Whether to decide each decision again",
      () -> schema(SchemaType.BOOLEAN).defaultValue(true),
      false),
  ANCHOR(
      In.QUERY,
      "anchor",
      "Anchors of earlier reports",
      () -> ComponentSchemas.list(text()),
      List.of("replica-1:12000:" + "0".repeat(64))),
  WHO(In.QUERY, "who", "The name of the caller", ApiParameter::text, "local"),
  WHAT(
      In.QUERY,
      "what",
      "The kind of event",
      () -> words(AuditAction.values()),
      AuditAction.RULE_SET_ACTIVATED.name()),
  FROM_INSTANT(
      In.QUERY, "from", "The first instant", ApiParameter::instant, "2026-01-31T00:00:00Z"),
  TO_INSTANT(
      In.QUERY, "to", "The instant after the last", ApiParameter::instant, "2026-02-01T00:00:00Z"),
  TRACE(
      In.QUERY,
      "trace",
      "full: with the rules that fired but changed nothing",
      () -> schema(SchemaType.STRING).addEnumeration("full"),
      "full"),
  KEEP(
      In.QUERY,
      "keep",
      "false: decide without recording anything",
      () -> schema(SchemaType.BOOLEAN).defaultValue(true),
      false),
  BATCH(
      In.QUERY,
      "batch",
      "An ID of your choice. Sent again with the same ID, lines that were decided are answered as"
          + " before, and the others are decided",
      ApiParameter::disputeId,
      "orders-2026-11-20"),
  IDEMPOTENCY_KEY(
      In.HEADER,
      DecisionService.IDEMPOTENCY_KEY,
      "Repeated with the same key and body, a request is answered with the first answer",
      () -> text().minLength(1).maxLength(DecisionService.MAX_KEY),
      "4e1c3b0a-order-1001"),
  IF_MATCH(
      In.HEADER,
      "If-Match",
      "The version that must be active, else 409; any by default",
      ApiParameter::text,
      "\"2c0bfb961a67\"");

  private final In in;
  private final String wireName;
  private final String description;
  private final Supplier<Schema> form;
  private final Object example;

  ApiParameter(In in, String wireName, String description, Supplier<Schema> form, Object example) {
    this.in = in;
    this.wireName = wireName;
    this.description = description;
    this.form = form;
    this.example = example;
  }

  Parameter described() {
    Parameter parameter =
        OASFactory.createParameter()
            .name(wireName)
            .in(in)
            .description(description)
            .schema(form.get())
            .example(example);
    if (this == CUSTOM) {
      parameter.style(Style.FORM).explode(true);
    }
    return in == In.PATH ? parameter.required(true) : parameter;
  }

  private static Schema text() {
    return schema(SchemaType.STRING);
  }

  private static Schema version() {
    return text().pattern("^(active|[0-9a-f]{12})$");
  }

  private static Schema disputeId() {
    return text().maxLength(PlainId.MAX_LENGTH).pattern("^" + PlainId.PATTERN + "$");
  }

  private static Schema day() {
    return text().format("date");
  }

  private static Schema instant() {
    return text().format("date-time");
  }

  private static Schema sorting() {
    Schema schema = text().defaultValue("-decidedAt");
    SortOrder.members().stream()
        .flatMap(member -> Stream.of(member, "-" + member))
        .forEach(schema::addEnumeration);
    return schema;
  }

  private static Schema whole(int standard, int min, @Nullable Integer max) {
    Schema schema =
        schema(SchemaType.INTEGER)
            .format("int32")
            .minimum(BigDecimal.valueOf(min))
            .defaultValue(standard);
    return max == null ? schema : schema.maximum(BigDecimal.valueOf(max));
  }

  private static Schema words(Enum<?>[] constants) {
    Schema schema = text();
    Arrays.stream(constants).map(Enum::name).forEach(schema::addEnumeration);
    return schema;
  }
}
