package io.redress.journal.read;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The order of decisions in lists; equal ones are ordered by time, then by id. */
public record SortOrder(By by, boolean descending) {
  /** Newest first. */
  public static final SortOrder DEFAULT = new SortOrder(By.DECIDED_AT, true);

  /** The columns by which decisions can be sorted. */
  public enum By {
    DECIDED_AT("decidedAt", "decided_at"),
    DISPUTE_ID("disputeId", "dispute_id"),
    RESOLUTION("resolution", "resolution"),
    REASON_CODE("reasonCode", "reason_code"),
    CASE_STATUS("caseStatus", "case_status"),
    RULE_SET("ruleSet", "rule_set"),
    DISCOUNT("discountPercent", "discount_percent"),
    REFUND("refundAmount", "coalesce(refund_amount, 0)"),
    CALLER("caller", "caller");

    private final String member;
    private final String expression;

    By(String member, String expression) {
      this.member = member;
      this.expression = expression;
    }
  }

  /** Parses the name of a member, with {@code -} before it for descending order. */
  public static Optional<SortOrder> of(String text) {
    boolean descending = text.startsWith("-");
    String member = descending ? text.substring(1) : text;
    return Arrays.stream(By.values())
        .filter(by -> by.member.equals(member))
        .findFirst()
        .map(by -> new SortOrder(by, descending));
  }

  /** The members by which decisions can be sorted. */
  public static List<String> members() {
    return Arrays.stream(By.values()).map(by -> by.member).toList();
  }

  String orderBy() {
    String direction = descending ? " desc" : "";
    String first = by == By.DECIDED_AT ? "" : by.expression + direction + ", ";
    return " order by " + first + "decided_at" + direction + ", decision_id" + direction;
  }
}
