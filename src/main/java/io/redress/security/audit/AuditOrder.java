package io.redress.security.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** An order of audit events; events that are equal in it are newest first. */
public record AuditOrder(Member member, boolean descending) {
  public static final AuditOrder NEWEST_FIRST = new AuditOrder(Member.AT, true);

  /** A member by which events are ordered. */
  public enum Member {
    /** Numbers grow with time. */
    AT("number"),
    WHO("who"),
    WHAT("what");

    private final String column;

    Member(String column) {
      this.column = column;
    }

    /** Such as {@code at}. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param text such as {@code who}, or {@code -who} for descending
   */
  public static Optional<AuditOrder> of(String text) {
    boolean descending = text.startsWith("-");
    String member = descending ? text.substring(1) : text;
    return Arrays.stream(Member.values())
        .filter(one -> one.text().equals(member))
        .findFirst()
        .map(one -> new AuditOrder(one, descending));
  }

  /** Such as {@code -who}. */
  public String text() {
    return (descending ? "-" : "") + member.text();
  }

  String orderBy() {
    return " order by "
        + member.column
        + (descending ? " desc" : " asc")
        + (member == Member.AT ? "" : ", number desc");
  }
}
