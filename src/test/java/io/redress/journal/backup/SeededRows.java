package io.redress.journal.backup;

import io.redress.platform.database.Database;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts rows into all tables: what columns refer to each other by has the same values in both. */
final class SeededRows {
  private static final String LETTERS = "aZ9 \u00e9\u4e2d\ud83d\ude00\"'\\\n\t,%";

  private final Random random;

  SeededRows(long seed) {
    this.random = new Random(seed);
  }

  void fill(Database database, int rows) throws SQLException {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              for (String table : BackedUpTables.IN_ORDER) {
                if (!table.equals("audit_chain")) {
                  insert(handle.getConnection(), table, rows);
                }
              }
            });
  }

  private void insert(Connection connection, String table, int rows) throws SQLException {
    ResultSetMetaData columns;
    try (Statement statement = connection.createStatement();
        ResultSet none = statement.executeQuery("select * from " + table + " where 1 = 0")) {
      columns = none.getMetaData();
      List<ColumnKind> kinds = ColumnKind.of(columns);
      try (PreparedStatement insert =
          connection.prepareStatement(Schema.insert(table, Schema.columns(columns)))) {
        for (int row = 1; row <= rows; row++) {
          for (int column = 1; column <= kinds.size(); column++) {
            insert.setObject(column, value(kinds.get(column - 1), columns, column, row));
          }
          insert.executeUpdate();
        }
      }
      String numbered = Schema.numbered(columns);
      if (numbered != null) {
        Schema.continueNumbers(connection, table, numbered);
      }
    }
  }

  private @Nullable Object value(ColumnKind kind, ResultSetMetaData columns, int column, int row)
      throws SQLException {
    if (columns.isNullable(column) == ResultSetMetaData.columnNullable && random.nextBoolean()) {
      return null;
    }
    String name = columns.getColumnName(column);
    return switch (kind) {
      case TEXT ->
          switch (name) {
            case "version", "hash", "sha256", "replica", "id", "key_id", "code_key", "run_id" ->
                padded(row, columns.getPrecision(column));
            case "previous", "body_sha256" -> padded(row, 64);
            case "wrapped_with" -> "";
            case "parent" -> row == 1 ? null : padded(row - 1, 12);
            default -> text(Math.min(40, columns.getPrecision(column)));
          };
      case WHOLE_NUMBER ->
          columns.getColumnTypeName(column).matches("(?i)int(eger|4)")
              ? random.nextInt()
              : (long) row;
      case DECIMAL -> BigDecimal.valueOf(random.nextInt(1_000_000), 4);
      case TRUTH_VALUE -> random.nextBoolean();
      case BYTES -> bytes();
      case ID -> name.equals("decision_id") ? new UUID(0, row) : new UUID(random.nextLong(), row);
      case DAY -> LocalDate.ofEpochDay(random.nextInt(30_000));
      case INSTANT ->
          Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000) * 1_000L)
              .atOffset(ZoneOffset.UTC);
    };
  }

  /** As long as keys of a fixed length are. */
  private static String padded(int row, int size) {
    return ("k" + row + "-" + "x".repeat(64)).substring(0, Math.min(12, size))
        + "y".repeat(size == 64 ? 52 : 0);
  }

  private String text(int size) {
    StringBuilder text = new StringBuilder("t");
    int[] letters = LETTERS.codePoints().toArray();
    while (text.length() < size - 2) {
      text.appendCodePoint(letters[random.nextInt(letters.length)]);
    }
    return text.append('t').substring(0, Math.min(size, text.length()));
  }

  private byte[] bytes() {
    byte[] bytes = new byte[random.nextInt(200)];
    random.nextBytes(bytes);
    return bytes;
  }
}
