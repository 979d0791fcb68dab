package io.redress.journal.write;

import io.redress.platform.database.Database;
import io.redress.platform.database.UnreadableSecret;
import io.redress.platform.text.UuidV7;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Writes batches of decisions to the end of this replica's chain. */
final class JournalWriter implements GroupCommit.Target<NewEntry, JournalResult> {
  /**
   * Another process may write the same chain or key at the same time, but rarely twice in a row.
   */
  private static final int MAX_ATTEMPTS = 5;

  private static final String UNIQUE_VIOLATION = "23505";

  /** The classes of SQL states that say something about the data, and nothing about the server. */
  private static final Pattern DATA_REFUSED = Pattern.compile("(22|23|54)...");

  private final Database database;
  private final Clock clock;
  private final UuidV7 ids;
  private ChainHead chain;
  private boolean registered;

  JournalWriter(Database database, String replica, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.ids = new UuidV7(clock);
    this.chain = ChainHead.empty(replica);
  }

  /** Reads the head again, because a failed commit may have succeeded in the database. */
  @Override
  public void recover() {
    chain = database.reserved().withHandle(handle -> JournalStore.end(handle, chain.replica()));
  }

  /** Stores a batch; if the database refuses it, its halves, until only the refused entry fails. */
  @Override
  public List<JournalResult> commit(List<NewEntry> batch) {
    try {
      return store(batch);
    } catch (UnableToExecuteStatementException failed) {
      if (!DATA_REFUSED.matcher(state(failed)).matches() || collided(failed)) {
        throw failed;
      }
      return without(failed, batch);
    } catch (UnreadableSecret failed) {
      return without(failed, batch);
    }
  }

  private List<JournalResult> without(RuntimeException failed, List<NewEntry> batch) {
    return batch.size() == 1 ? List.of(new JournalResult.Refused(failed)) : halves(batch);
  }

  private List<JournalResult> halves(List<NewEntry> batch) {
    int half = batch.size() / 2;
    List<JournalResult> outcomes = new ArrayList<>(commit(batch.subList(0, half)));
    outcomes.addAll(commit(batch.subList(half, batch.size())));
    return outcomes;
  }

  private List<JournalResult> store(List<NewEntry> batch) {
    for (int attempt = 1; ; attempt++) {
      try {
        Written written = database.reserved().inTransaction(handle -> write(handle, batch));
        database.flush();
        chain = written.end();
        registered = true;
        return written.outcomes();
      } catch (UnableToExecuteStatementException failed) {
        if (attempt == MAX_ATTEMPTS || !collided(failed)) {
          throw failed;
        }
        recover();
      }
    }
  }

  private static boolean collided(UnableToExecuteStatementException failed) {
    return UNIQUE_VIOLATION.equals(state(failed));
  }

  private static String state(UnableToExecuteStatementException failed) {
    return failed.getCause() instanceof SQLException sql && sql.getSQLState() != null
        ? sql.getSQLState()
        : "";
  }

  private record Written(List<JournalResult> outcomes, ChainHead end) {}

  private Written write(Handle handle, List<NewEntry> batch) {
    Instant now = clock.instant();
    List<NewEntry> fresh = new ArrayList<>();
    List<JournalResult> outcomes = outcomes(batch, earlier(handle, batch, now), fresh);
    ChainHead end = fresh.isEmpty() ? chain : add(handle, fresh, now);
    if (!registered) {
      EntryTable.register(handle, chain.replica());
    }
    Map<IdempotencyKey, UUID> decisions = new LinkedHashMap<>();
    for (NewEntry one : fresh) {
      if (one.idempotency() != null) {
        decisions.put(one.idempotency(), one.decided().decisionId());
      }
    }
    if (!decisions.isEmpty()) {
      JournalStore.storeIdempotencyKeys(handle, decisions, now);
    }
    return new Written(outcomes, end);
  }

  private static Map<String, EarlierAnswer> earlier(
      Handle handle, List<NewEntry> batch, Instant now) {
    List<String> ids =
        batch.stream()
            .map(NewEntry::idempotency)
            .filter(Objects::nonNull)
            .map(IdempotencyKey::id)
            .distinct()
            .toList();
    return ids.isEmpty() ? new HashMap<>() : JournalStore.answers(handle, ids, now);
  }

  private static List<JournalResult> outcomes(
      List<NewEntry> batch, Map<String, EarlierAnswer> earlier, List<NewEntry> fresh) {
    List<JournalResult> outcomes = new ArrayList<>();
    for (NewEntry one : batch) {
      Optional<RuntimeException> refused = refusal(one);
      if (refused.isPresent()) {
        outcomes.add(new JournalResult.Refused(refused.get()));
        continue;
      }
      IdempotencyKey key = one.idempotency();
      EarlierAnswer answer = key == null ? null : earlier.get(key.id());
      if (key != null && answer != null) {
        outcomes.add(answer.to(key));
        continue;
      }
      if (key != null) {
        earlier.put(key.id(), new EarlierAnswer(key.bodySha256(), one.answer()));
      }
      outcomes.add(new JournalResult.Answered(one.answer(), false));
      fresh.add(one);
    }
    return outcomes;
  }

  private static Optional<RuntimeException> refusal(NewEntry entry) {
    try {
      entry.decided().checkSearchable();
      return Optional.empty();
    } catch (IllegalArgumentException refused) {
      return Optional.of(refused);
    }
  }

  private ChainHead add(Handle handle, List<NewEntry> fresh, Instant now) {
    Map<String, PersonalKey> keys =
        JournalStore.keys(
            handle,
            fresh.stream().map(one -> one.decided().disputeId()).collect(Collectors.toSet()),
            ids,
            now);
    List<Entry> entries = new ArrayList<>();
    ChainHead end = chain;
    for (NewEntry one : fresh) {
      PersonalKey key = Objects.requireNonNull(keys.get(one.decided().disputeId()));
      byte[] sealed = key.seal(one.decided().decisionId(), one.personal());
      Entry entry = end.next(one.decided(), key.id(), sealed);
      entries.add(entry);
      end = end.after(entry);
    }
    EntryTable.add(handle, entries);
    JournalStore.addCustom(handle, fresh);
    return end;
  }
}
