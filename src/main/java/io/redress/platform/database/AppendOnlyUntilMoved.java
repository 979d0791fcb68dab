package io.redress.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * H2 trigger that also allows the deletion of entries which are in {@code journal_chain} with the
 * same hash. The migrations refer to it by its name in {@link TriggerNames}.
 */
public final class AppendOnlyUntilMoved extends AppendOnlyUntilTruncated {
  private static final String MOVED =
      "select 1 from journal_chain where replica = ? and number = ? and hash = ?";

  /** The first two columns of an entry are its replica and number, the last one is its hash. */
  @Override
  public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after)
      throws SQLException {
    if (before == null || !moved(connection, before)) {
      super.fire(connection, before, after);
    }
  }

  private static boolean moved(Connection connection, Object[] entry) throws SQLException {
    try (var moved = connection.prepareStatement(MOVED)) {
      moved.setObject(1, entry[0]);
      moved.setObject(2, entry[1]);
      moved.setBytes(3, HexFormat.of().parseHex(String.valueOf(entry[entry.length - 1])));
      return moved.executeQuery().next();
    } catch (IllegalArgumentException noHash) {
      return false;
    }
  }
}
