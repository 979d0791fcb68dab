package io.redress.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * H2 trigger that allows only the deletion of entries which a row of {@code journal_cut} covers.
 * The migrations refer to it by its name in {@link TriggerNames}.
 */
public class AppendOnlyUntilTruncated extends AppendOnly {
  private static final String TRUNCATED =
      "select 1 from journal_cut where replica = ? and through >= ?";

  /** The first two columns of an entry are its replica and number. */
  @Override
  public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after)
      throws SQLException {
    if (before == null) {
      throw refusal();
    }
    try (var truncated = connection.prepareStatement(TRUNCATED)) {
      truncated.setObject(1, before[0]);
      truncated.setObject(2, before[1]);
      if (!truncated.executeQuery().next()) {
        throw refusal();
      }
    }
  }
}
