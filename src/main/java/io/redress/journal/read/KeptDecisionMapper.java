package io.redress.journal.read;

import io.redress.journal.write.Entry;
import io.redress.journal.write.PersonalKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps rows to entries with their keys. */
final class KeptDecisionMapper implements RowMapper<KeptDecision> {
  /** One look-up for each entry; for a join, PostgreSQL may read all keys. */
  static final String SELECT =
      "select e.*, (select k.secret from personal_key k where k.id = e.key_id) as key_secret"
          + " from journal_entry e ";

  private static final RowMapper<Entry> ENTRY = ConstructorMapper.of(Entry.class);

  @Override
  public KeptDecision map(ResultSet row, StatementContext context) throws SQLException {
    return withKey(ENTRY.map(row, context), row);
  }

  @Override
  public RowMapper<KeptDecision> specialize(ResultSet rows, StatementContext context)
      throws SQLException {
    RowMapper<Entry> entries = ENTRY.specialize(rows, context);
    return (row, same) -> withKey(entries.map(row, same), row);
  }

  private static KeptDecision withKey(Entry entry, ResultSet row) throws SQLException {
    byte[] secret = row.getBytes("key_secret");
    return new KeptDecision(
        entry,
        secret == null
            ? null
            : new PersonalKey(entry.keyId(), entry.decided().disputeId(), secret));
  }
}
