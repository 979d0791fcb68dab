package io.redress.journal.read;

import io.redress.journal.write.Entry;
import io.redress.journal.write.EntryTable;
import io.redress.journal.write.PersonalKey;
import io.redress.platform.database.UnreadableSecret;
import io.redress.platform.database.WrappingKeys;
import io.redress.platform.database.WrappingKeys.Wrapped;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps rows to entries with their keys. */
final class KeptDecisionMapper implements RowMapper<KeptDecision> {
  private final EntryTable table;
  private final RowMapper<Entry> entries;

  KeptDecisionMapper(EntryTable table) {
    this(table, table.mapper());
  }

  private KeptDecisionMapper(EntryTable table, RowMapper<Entry> entries) {
    this.table = table;
    this.entries = entries;
  }

  /** One look-up for each entry; for a join, PostgreSQL may read all keys. */
  static String select(EntryTable table) {
    return "select e.*, (select k.secret from personal_key k where k.id = e.key_id) as key_secret,"
        + " (select k.wrapped_with from personal_key k where k.id = e.key_id) as key_wrapped_with"
        + " from "
        + table
        + " e ";
  }

  @Override
  public KeptDecision map(ResultSet row, StatementContext context) throws SQLException {
    return withKey(entries.map(row, context), row, context);
  }

  @Override
  public RowMapper<KeptDecision> specialize(ResultSet rows, StatementContext context)
      throws SQLException {
    return new KeptDecisionMapper(table, entries.specialize(rows, context));
  }

  private static KeptDecision withKey(Entry entry, ResultSet row, StatementContext context)
      throws SQLException {
    byte[] secret = row.getBytes("key_secret");
    return new KeptDecision(
        entry,
        secret == null
            ? null
            : key(
                entry,
                new Wrapped(row.getString("key_wrapped_with"), secret),
                WrappingKeys.of(context.getConfig())));
  }

  /** A key that cannot be decrypted opens nothing, which is reported where it is used. */
  private static PersonalKey key(Entry entry, Wrapped secret, WrappingKeys wrapping) {
    String dispute = entry.decided().disputeId();
    try {
      return PersonalKey.stored(entry.keyId(), dispute, secret, wrapping);
    } catch (UnreadableSecret damaged) {
      return new PersonalKey(entry.keyId(), dispute, new byte[0]);
    }
  }
}
