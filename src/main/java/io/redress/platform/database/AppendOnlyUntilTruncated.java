package io.redress.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Makes the embedded database delete only entries that a row of journal_cut names. The migrations
 * know this class by the name in {@link TriggerNames}.
 */
public final class AppendOnlyUntilTruncated extends AppendOnly {
  private static final String CUT = "select 1 from journal_cut where replica = ? and through >= ?";

  /** Entries begin with their replica and number. */
  @Override
  public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after)
      throws SQLException {
    if (before == null) {
      throw refusal();
    }
    try (var cut = connection.prepareStatement(CUT)) {
      cut.setObject(1, before[0]);
      cut.setObject(2, before[1]);
      if (!cut.executeQuery().next()) {
        throw refusal();
      }
    }
  }
}
