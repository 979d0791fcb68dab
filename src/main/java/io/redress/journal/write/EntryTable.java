package io.redress.journal.write;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The tables that have entries: each entry is in one of them, with the same content and hash. They
 * are to be read in this order, which is that in which entries can move.
 */
public enum EntryTable {
  /** Entries of versions before: each member in a column, the hashes in hexadecimal. */
  OLDER("journal_entry") {
    @Override
    public RowMapper<Entry> mapper() {
      return COLUMNS;
    }

    @Override
    public String hash(ResultSet row) throws SQLException {
      return row.getString("hash");
    }
  },

  /** Entries of this version: keys, and one compressed body. */
  CURRENT("journal_chain") {
    @Override
    public RowMapper<Entry> mapper() {
      return EntryTable::withBody;
    }

    @Override
    public String hash(ResultSet row) throws SQLException {
      return hex(row, "hash");
    }
  };

  private static final String INSERT =
      """
      insert into journal_chain (replica, number, decision_id, decided_at, key_id, body, sealed,
        previous, hash)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final HexFormat HEX = HexFormat.of();

  private static final RowMapper<Entry> COLUMNS = ConstructorMapper.of(Entry.class);

  private final String table;

  EntryTable(String table) {
    this.table = table;
  }

  @Override
  public String toString() {
    return table;
  }

  /** Maps rows with all columns. */
  public abstract RowMapper<Entry> mapper();

  /** The hash of an entry, in hexadecimal. */
  public abstract String hash(ResultSet row) throws SQLException;

  /**
   * Asks both tables the same, and returns the first answers of both.
   *
   * @param order two answers that are equal in it are the same, of an entry that moves meanwhile
   * @param limit how many, which each question must ask for at most
   */
  public static <T> List<T> first(
      int limit, Comparator<? super T> order, Function<EntryTable, List<T>> question) {
    List<T> older = question.apply(OLDER);
    List<T> current = question.apply(CURRENT);
    if (older.isEmpty()) {
      return current;
    }
    Set<T> found = new TreeSet<>(order);
    found.addAll(older);
    found.addAll(current);
    return found.stream().limit(limit).toList();
  }

  /** Has the entries of a chain copied for searches, from its first one. */
  public static void register(Handle handle, String replica) {
    handle.execute(
        "insert into projection (replica, number) values (?, 0) on conflict do nothing", replica);
  }

  /** Stores entries in the layout of this version. */
  public static void add(Handle handle, Collection<Entry> entries) {
    var batch = handle.prepareBatch(INSERT);
    for (Entry entry : entries) {
      batch.add(
          entry.replica(),
          entry.number(),
          entry.decided().decisionId(),
          JournalStore.utc(entry.decided().decidedAt()),
          entry.keyId(),
          EntryBody.of(entry.decided()),
          entry.sealed(),
          HEX.parseHex(entry.previous()),
          HEX.parseHex(entry.hash()));
    }
    batch.execute();
  }

  private static Entry withBody(ResultSet row, StatementContext context) throws SQLException {
    UUID decisionId = row.getObject("decision_id", UUID.class);
    Instant decidedAt = row.getObject("decided_at", OffsetDateTime.class).toInstant();
    return new Entry(
        row.getString("replica"),
        row.getLong("number"),
        EntryBody.read(decisionId, decidedAt, row.getBytes("body")),
        row.getObject("key_id", UUID.class),
        row.getBytes("sealed"),
        hex(row, "previous"),
        hex(row, "hash"));
  }

  private static String hex(ResultSet row, String column) throws SQLException {
    return HEX.formatHex(row.getBytes(column));
  }
}
