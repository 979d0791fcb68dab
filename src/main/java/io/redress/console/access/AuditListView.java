package io.redress.console.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.console.Links;
import io.redress.console.ListQuery;
import io.redress.console.Pager;
import io.redress.console.SortHeading;
import io.redress.domain.decision.RuleSetId;
import io.redress.http.problem.Page;
import io.redress.security.audit.AuditAction;
import io.redress.security.audit.AuditEvent;
import io.redress.security.audit.AuditOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A page of the audit log.
 *
 * @param zone in which times are shown and days begin
 */
record AuditListView(
    ListQuery query, AuditOrder order, List<Row> rows, int total, Page page, String zone) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * An event.
   *
   * @param what message key
   * @param href the page of the subject; null if it has none
   * @param byWho the events by the same person or system
   */
  record Row(
      AuditEvent event, String what, @Nullable String href, List<Detail> details, String byWho) {
    static Row of(AuditEvent event, ListQuery query) {
      boolean ruleSet =
          event.what().startsWith("RULE_SET_") && RuleSetId.versionIn(event.subject()).isPresent();
      return new Row(
          event,
          label(event.what()),
          ruleSet ? Links.ruleSet(event.subject()) : null,
          Detail.of(event.details()),
          query.narrowed("who", event.who()));
    }
  }

  /**
   * A member of the details.
   *
   * @param name as the API has it
   */
  record Detail(String name, String value) {
    /** Without the hash of the stored row, which is for machines. */
    static List<Detail> of(String json) {
      List<Detail> details = new ArrayList<>();
      tree(json)
          .properties()
          .forEach(
              member -> {
                if (!member.getKey().equals("row")) {
                  details.add(new Detail(member.getKey(), text(member.getValue())));
                }
              });
      return details;
    }

    private static JsonNode tree(String json) {
      try {
        return JSON.readTree(json);
      } catch (JsonProcessingException damaged) {
        return JSON.createObjectNode().put("", json);
      }
    }

    private static String text(JsonNode value) {
      return value.isArray()
          ? StreamSupport.stream(value.spliterator(), false)
              .map(JsonNode::asText)
              .collect(Collectors.joining(", "))
          : value.isValueNode() ? value.asText() : value.toString();
    }
  }

  /** A kind of event. */
  record Action(String name, String label) {}

  public List<Action> actions() {
    return Arrays.stream(AuditAction.values())
        .map(one -> new Action(one.name(), label(one.name())))
        .toList();
  }

  private static String label(String what) {
    return "access.action." + what;
  }

  public List<SortHeading> headings() {
    return Arrays.stream(AuditOrder.Member.values())
        .map(
            member ->
                SortHeading.of(
                    query, member.text(), "access.column." + member.text(), order.text()))
        .toList();
  }

  /** Whether the list is by time, so that a day has a place in it. */
  public boolean byTime() {
    return order.member() == AuditOrder.Member.AT;
  }

  public String value(String parameter) {
    return query.value(parameter);
  }

  public boolean narrowed() {
    return query.narrows();
  }

  public String csv() {
    return query.export("export.csv");
  }

  public Pager pager() {
    return new Pager(page.number(), page.size(), total, query.page(), "");
  }
}
