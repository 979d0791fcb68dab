package io.redress.journal.write;

import io.redress.platform.database.UnreadableSecret;
import io.redress.platform.database.WrappingKeys;
import io.redress.platform.database.WrappingKeys.Wrapped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The SQL statements that store entries, all in the transaction of their batch. */
final class JournalStore {
  private static final String ENTRY =
      """
      insert into journal_entry (replica, number, decision_id, dispute_id, decided_at, as_of, rule_set,
        resolution, reason_code, case_status, discount_percent, refund_amount, refund_currency,
        caller, request_id, facts, decision, key_id, sealed, previous, hash)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private JournalStore() {}

  static ChainHead end(Handle handle, String replica) {
    return Stream.of(
            "select replica, number, hash from journal_entry where replica = :replica"
                + " order by replica desc, number desc limit 1",
            "select replica, through as number, hash from journal_cut where replica = :replica"
                + " order by replica desc, through desc limit 1")
        .flatMap(last -> head(handle, last, replica).stream())
        .max(Comparator.comparingLong(ChainHead::number))
        .orElseGet(() -> ChainHead.empty(replica));
  }

  /** One look-up in the primary key, however long the chain is. */
  private static Optional<ChainHead> head(Handle handle, String sql, String replica) {
    return handle
        .createQuery(sql)
        .bind("replica", replica)
        .map(ConstructorMapper.of(ChainHead.class))
        .findOne();
  }

  static void add(Handle handle, Collection<Entry> entries) {
    var batch = handle.prepareBatch(ENTRY);
    for (Entry entry : entries) {
      DecisionRecord decided = entry.decided();
      batch.add(
          entry.replica(),
          entry.number(),
          decided.decisionId(),
          decided.disputeId(),
          utc(decided.decidedAt()),
          decided.asOf(),
          decided.ruleSet(),
          decided.resolution(),
          decided.reasonCode(),
          decided.caseStatus(),
          decided.discountPercent(),
          decided.refundAmount(),
          decided.refundCurrency(),
          decided.caller(),
          decided.requestId(),
          decided.facts(),
          decided.decision(),
          entry.keyId(),
          entry.sealed(),
          entry.previous(),
          entry.hash());
    }
    batch.execute();
  }

  /** Stores the facts and outcomes of the seller's own, which few decisions have. */
  static void addCustom(Handle handle, Collection<NewEntry> entries) {
    if (entries.stream().allMatch(entry -> entry.custom().isEmpty())) {
      return;
    }
    var batch =
        handle.prepareBatch(
            "insert into journal_custom (decision_id, custom_name, custom_value, kind)"
                + " values (?, ?, ?, ?)");
    for (NewEntry entry : entries) {
      UUID decision = entry.decided().decisionId();
      entry.custom().forEach(own -> batch.add(decision, own.name(), own.text(), own.kind().name()));
    }
    batch.execute();
  }

  /** The personal keys by dispute id; generates those that are missing. */
  static Map<String, PersonalKey> keys(Handle handle, Set<String> disputes, Instant now) {
    WrappingKeys wrapping = WrappingKeys.of(handle);
    Map<String, PersonalKey> keys = existing(handle, disputes);
    while (!keys.keySet().containsAll(disputes)) {
      var batch =
          handle.prepareBatch(
              "insert into personal_key (id, dispute_id, secret, wrapped_with, made_at)"
                  + " values (?, ?, ?, ?, ?) on conflict do nothing");
      disputes.stream()
          .filter(dispute -> !keys.containsKey(dispute))
          .sorted()
          .map(PersonalKey::generate)
          .forEach(
              key -> {
                Wrapped wrapped = wrapping.wrap(key.id(), key.secret());
                batch.add(key.id(), key.disputeId(), wrapped.bytes(), wrapped.keyId(), utc(now));
              });
      batch.execute();
      keys.putAll(existing(handle, disputes));
    }
    return keys;
  }

  private static Map<String, PersonalKey> existing(Handle handle, Set<String> disputes) {
    return handle
        .createQuery(
            "select id, dispute_id, secret, wrapped_with from personal_key"
                + " where dispute_id in (<ids>)")
        .bindList("ids", List.copyOf(disputes))
        .map(
            (row, context) ->
                PersonalKey.stored(
                    row.getObject("id", UUID.class),
                    row.getString("dispute_id"),
                    new Wrapped(row.getString("wrapped_with"), row.getBytes("secret")),
                    WrappingKeys.of(context.getConfig())))
        .collect(Collectors.toMap(PersonalKey::disputeId, key -> key, (a, b) -> a, HashMap::new));
  }

  /** Earlier answers by the ids of their idempotency keys. */
  static Map<String, EarlierAnswer> answers(Handle handle, List<String> ids, Instant now) {
    Map<String, EarlierAnswer> answers = new HashMap<>();
    handle
        .createQuery(
            """
            select i.id, i.body_sha256, e.decision_id, e.decision, e.sealed,
              k.id as key_id, k.dispute_id, k.secret, k.wrapped_with
            from idempotency_key i
            join journal_entry e on e.decision_id = i.decision_id
            left join personal_key k on k.id = e.key_id
            where i.id in (<ids>) and i.kept_until > :now
            """)
        .bindList("ids", ids)
        .bind("now", utc(now))
        .map(
            (row, context) ->
                answers.put(
                    row.getString("id"),
                    new EarlierAnswer(
                        row.getString("body_sha256"),
                        answer(row, WrappingKeys.of(context.getConfig())))))
        .forEach(before -> {});
    return answers;
  }

  /**
   * The answer, without the letter if the dispute's key was destroyed.
   *
   * @throws UnreadableSecret when the entry was changed in the database
   */
  private static String answer(ResultSet row, WrappingKeys wrapping) throws SQLException {
    String decision = row.getString("decision");
    byte[] secret = row.getBytes("secret");
    if (secret == null) {
      return decision;
    }
    UUID keyId = row.getObject("key_id", UUID.class);
    PersonalKey key =
        PersonalKey.stored(
            keyId,
            row.getString("dispute_id"),
            new Wrapped(row.getString("wrapped_with"), secret),
            wrapping);
    UUID decisionId = row.getObject("decision_id", UUID.class);
    byte[] sealed = row.getBytes("sealed");
    try {
      return key.open(decisionId, sealed).completing(decision);
    } catch (IllegalStateException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
      throw new UnreadableSecret("the earlier answer was changed in the database");
    }
  }

  /** Stores idempotency keys until they expire. */
  static void storeIdempotencyKeys(
      Handle handle, Map<IdempotencyKey, UUID> decisions, Instant now, Instant keptUntil) {
    handle
        .createUpdate("delete from idempotency_key where id in (<ids>) and kept_until <= :now")
        .bindList("ids", decisions.keySet().stream().map(IdempotencyKey::id).toList())
        .bind("now", utc(now))
        .execute();
    var batch =
        handle.prepareBatch(
            "insert into idempotency_key (id, body_sha256, decision_id, kept_until)"
                + " values (?, ?, ?, ?)");
    decisions.forEach(
        (key, decision) -> batch.add(key.id(), key.bodySha256(), decision, utc(keptUntil)));
    batch.execute();
  }

  /** Both databases store microseconds and no time zone. */
  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
