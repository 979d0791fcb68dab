package io.redress.console.access;

import io.redress.console.Pager;
import io.redress.http.problem.Page;
import io.redress.security.access.ApiKey;
import io.redress.security.access.Role;
import java.time.Instant;
import java.util.List;

/**
 * A page of keys, newest first.
 *
 * @param unprotected whether the first key will protect access
 */
record KeyListView(List<Row> rows, int total, Page page, boolean unprotected) {

  /** A key and its state at a time. */
  record Row(ApiKey key, State state) {
    static Row of(ApiKey key, Instant now) {
      return new Row(
          key,
          key.revokedAt() != null ? State.REVOKED : key.validAt(now) ? State.VALID : State.EXPIRED);
    }

    public List<String> roles() {
      return Role.ALL.stream().filter(key.roles()::contains).toList();
    }

    /** The CSS class of the badge. */
    public String style() {
      return state == State.VALID ? "good" : "";
    }
  }

  /** Whether a key can be used. */
  enum State {
    VALID,
    EXPIRED,
    REVOKED
  }

  public List<String> roles() {
    return Role.ALL;
  }

  public Pager pager() {
    return new Pager(page.number(), page.size(), total, "/keys?page=", "");
  }
}
