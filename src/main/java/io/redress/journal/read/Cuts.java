package io.redress.journal.read;

import io.redress.platform.database.Database;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Reads which entries were deleted. */
public final class Cuts {
  private final Jdbi jdbi;

  public Cuts(Database database) {
    this.jdbi = database.jdbi();
  }

  /** All cuts, by replica, the oldest first; one for each thousand entries. */
  public List<Cut> all() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select replica, through, hash, cut_at from journal_cut"
                        + " order by replica, through")
                .map(
                    (row, context) ->
                        new Cut(
                            row.getString("replica"),
                            row.getLong("through"),
                            row.getString("hash"),
                            row.getObject("cut_at", OffsetDateTime.class).toInstant(),
                            null,
                            0,
                            null))
                .list());
  }
}
