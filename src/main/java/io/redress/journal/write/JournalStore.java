package io.redress.journal.write;

import io.redress.platform.database.UnreadableSecret;
import io.redress.platform.database.WrappingKeys;
import io.redress.platform.database.WrappingKeys.Wrapped;
import io.redress.platform.text.UuidV7;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The SQL statements that store entries, all in the transaction of their batch. */
final class JournalStore {
  private JournalStore() {}

  static ChainHead end(Handle handle, String replica) {
    List<ChainHead> heads = new ArrayList<>();
    for (EntryTable table : EntryTable.values()) {
      handle
          .createQuery(
              "select number, hash from "
                  + table
                  + " where replica = :replica order by replica desc, number desc limit 1")
          .bind("replica", replica)
          .map((row, context) -> new ChainHead(replica, row.getLong("number"), table.hash(row)))
          .forEach(heads::add);
    }
    handle
        .createQuery(
            "select through, hash from journal_cut where replica = :replica"
                + " order by replica desc, through desc limit 1")
        .bind("replica", replica)
        .map(
            (row, context) -> new ChainHead(replica, row.getLong("through"), row.getString("hash")))
        .forEach(heads::add);
    return heads.stream()
        .max(Comparator.comparingLong(ChainHead::number))
        .orElseGet(() -> ChainHead.empty(replica));
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
  static Map<String, PersonalKey> keys(
      Handle handle, Set<String> disputes, UuidV7 ids, Instant now) {
    WrappingKeys wrapping = WrappingKeys.of(handle);
    Map<String, PersonalKey> keys = existing(handle, disputes);
    while (!keys.keySet().containsAll(disputes)) {
      Map<String, PersonalKey> made = new HashMap<>();
      var batch =
          handle.prepareBatch(
              "insert into personal_key (id, dispute_id, secret, wrapped_with, made_at)"
                  + " values (?, ?, ?, ?, ?) on conflict do nothing");
      disputes.stream()
          .filter(dispute -> !keys.containsKey(dispute))
          .sorted()
          .map(dispute -> PersonalKey.generate(ids.next(), dispute))
          .forEach(
              key -> {
                Wrapped wrapped = wrapping.wrap(key.id(), key.secret());
                batch.add(key.id(), key.disputeId(), wrapped.bytes(), wrapped.keyId(), utc(now));
                made.put(key.disputeId(), key);
              });
      boolean all = Arrays.stream(batch.execute()).allMatch(rows -> rows == 1);
      // Another replica may have made one at the same time, which then is the one.
      keys.putAll(all ? made : existing(handle, disputes));
    }
    return keys;
  }

  private static Map<String, PersonalKey> existing(Handle handle, Set<String> disputes) {
    return handle
        .createQuery(
            "select id, dispute_id, secret, wrapped_with from personal_key"
                + " where dispute_id in (<ids>)")
        .bindList("ids", padded(List.copyOf(disputes)))
        .map(
            (row, context) ->
                PersonalKey.stored(
                    row.getObject("id", UUID.class),
                    row.getString("dispute_id"),
                    new Wrapped(row.getString("wrapped_with"), row.getBytes("secret")),
                    WrappingKeys.of(context.getConfig())))
        .collect(Collectors.toMap(PersonalKey::disputeId, key -> key, (a, b) -> a, HashMap::new));
  }

  /**
   * Repeats the last value up to a power of two, so that there are few statements to be parsed,
   * however many values they have.
   */
  private static List<String> padded(List<String> values) {
    List<String> padded = new ArrayList<>(values);
    int size = Integer.highestOneBit(values.size());
    int full = size == values.size() ? size : 2 * size;
    while (padded.size() < full) {
      padded.add(values.get(values.size() - 1));
    }
    return padded;
  }

  /** Earlier answers by the ids of their idempotency keys. */
  static Map<String, EarlierAnswer> answers(Handle handle, List<String> ids, Instant now) {
    Map<String, EarlierAnswer> answers = new HashMap<>();
    for (EntryTable table : EntryTable.values()) {
      handle
          .createQuery(
              "select i.id, i.body_sha256, e.*, k.secret, k.wrapped_with from idempotency_key i"
                  + " join "
                  + table
                  + " e on e.decision_id = i.decision_id left join personal_key k on k.id ="
                  + " e.key_id where i.id in (<ids>) and i.kept_until > :now")
          .bindList("ids", padded(ids))
          .bind("now", utc(now))
          .map(
              (row, context) ->
                  answers.put(
                      row.getString("id"),
                      new EarlierAnswer(
                          row.getString("body_sha256"),
                          answer(
                              table.mapper().map(row, context),
                              row,
                              WrappingKeys.of(context.getConfig())))))
          .forEach(before -> {});
    }
    return answers;
  }

  /**
   * The answer, without the letter if the dispute's key was destroyed.
   *
   * @throws UnreadableSecret when the entry was changed in the database
   */
  private static String answer(Entry entry, ResultSet row, WrappingKeys wrapping)
      throws SQLException {
    DecisionRecord decided = entry.decided();
    byte[] secret = row.getBytes("secret");
    if (secret == null) {
      return decided.decision();
    }
    PersonalKey key =
        PersonalKey.stored(
            entry.keyId(),
            decided.disputeId(),
            new Wrapped(row.getString("wrapped_with"), secret),
            wrapping);
    try {
      return key.open(decided.decisionId(), entry.sealed()).completing(decided.decision());
    } catch (IllegalStateException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
      throw new UnreadableSecret("the earlier answer was changed in the database");
    }
  }

  /** Stores idempotency keys until they expire. */
  static void storeIdempotencyKeys(
      Handle handle, Map<IdempotencyKey, UUID> decisions, Instant now) {
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
        (key, decision) ->
            batch.add(key.id(), key.bodySha256(), decision, utc(now.plus(key.period()))));
    batch.execute();
  }

  /** Both databases store microseconds and no time zone. */
  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
