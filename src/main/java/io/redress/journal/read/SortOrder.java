package io.redress.journal.read;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** In which order decisions are listed; equal ones by their time, then by their id. */
public record SortOrder(By by, boolean descending) {
  /** The newest first. */
  public static final SortOrder USUAL = new SortOrder(By.DECIDED_AT, true);

  /** What decisions can be sorted by. */
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

  /** The order that a member's name stands for, the largest first when a minus is before it. */
  public static Optional<SortOrder> of(String text) {
    boolean descending = text.startsWith("-");
    String member = descending ? text.substring(1) : text;
    return Arrays.stream(By.values())
        .filter(by -> by.member.equals(member))
        .findFirst()
        .map(by -> new SortOrder(by, descending));
  }

  /** Members that decisions can be sorted by. */
  public static List<String> members() {
    return Arrays.stream(By.values()).map(by -> by.member).toList();
  }

  String orderBy() {
    String direction = descending ? " desc" : "";
    String first = by == By.DECIDED_AT ? "" : by.expression + direction + ", ";
    return " order by " + first + "decided_at" + direction + ", decision_id" + direction;
  }
}
