package io.redress.journal.read;

import io.redress.journal.write.ChainHead;
import io.redress.journal.write.Entry;
import io.redress.journal.write.EntryTable;
import io.redress.platform.database.Database;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

/** Reads the hash chains of entries, one for each replica that ever wrote. */
public final class Chains {
  /** Number of entries in memory at a time. */
  private static final int BATCH_SIZE = 200;

  /** Number of heads read at a time. */
  private static final int MAX_HEADS = 1_000;

  /** Each table may have an entry of the same number, if one of them is forged. */
  private static final Comparator<KeptDecision> BY_NUMBER =
      Comparator.<KeptDecision>comparingLong(kept -> kept.entry().number())
          .thenComparing(kept -> kept.entry().decided().decisionId())
          .thenComparing(kept -> kept.entry().hash());

  /** An entry as the head of its chain. */
  record DatedHead(long number, String hash, UUID decisionId, Instant decidedAt) {}

  /** With it, a name is the least one that follows the name. */
  private static final String NEXT = "\0";

  /** With {@code > replica}, H2 would visit all entries of that replica first. */
  private static final String FROM = "replica >= :name";

  private final Jdbi jdbi;
  private final boolean shared;

  public Chains(Database database) {
    this.jdbi = database.jdbi();
    this.shared = database.shared();
  }

  /** The names of all replicas, in order; one index look-up for each in each table. */
  public List<String> replicas() {
    return Stream.of(
            "journal_chain where %s order by replica, number limit 1",
            "journal_entry where %s order by replica, number limit 1",
            "journal_cut where %s order by replica, through limit 1")
        .flatMap(this::replicas)
        .distinct()
        .sorted()
        .toList();
  }

  /** Those of one table, in the order of the database, which need not be that of Java. */
  private Stream<String> replicas(String table) {
    String select = "select replica from " + table;
    String next = shared ? "" : NEXT;
    String sql = select.formatted(shared ? "replica > :name" : FROM);
    return Stream.iterate(
            name(select.formatted(FROM), ""),
            Optional::isPresent,
            last -> name(sql, last.orElseThrow() + next))
        .map(Optional::orElseThrow);
  }

  private Optional<String> name(String sql, String name) {
    return jdbi.withHandle(
        handle -> handle.createQuery(sql).bind("name", name).mapTo(String.class).findOne());
  }

  /** The head of the part that was truncated last; the empty chain if none was. */
  public ChainHead beginning(String replica) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select replica, through as number, hash from journal_cut"
                        + " where replica = :replica order by through desc limit 1")
                .bind("replica", replica)
                .map(ConstructorMapper.of(ChainHead.class))
                .findOne()
                .orElseGet(() -> ChainHead.empty(replica)));
  }

  /**
   * The number of the first entry decided at or after an instant; empty if there is none. Reads a
   * chain from its end, up to {@value #MAX_HEADS} entries without any.
   */
  public Optional<Long> firstSince(String replica, Instant since) {
    Optional<Long> first = Optional.empty();
    long before = Long.MAX_VALUE;
    while (true) {
      List<DatedHead> batch =
          dated(
              "number < :from order by replica desc, number desc",
              Comparator.comparingLong(DatedHead::number).reversed(),
              replica,
              before);
      Optional<Long> earlier =
          batch.stream()
              .filter(head -> !head.decidedAt().isBefore(since))
              .map(DatedHead::number)
              .min(Comparator.naturalOrder());
      if (earlier.isEmpty()) {
        return first;
      }
      first = earlier;
      before = batch.get(batch.size() - 1).number();
    }
  }

  /** The head of a chain, which is that of its last cut if no entry is left. */
  public ChainHead end(String replica) {
    ChainHead beginning = beginning(replica);
    return last(replica).map(beginning::after).orElse(beginning);
  }

  /** The heads that follow a number, a batch of them; empty at the end of the chain. */
  List<DatedHead> after(String replica, long number) {
    return dated(
        "number > :from order by replica, number",
        Comparator.comparingLong(DatedHead::number),
        replica,
        number);
  }

  private List<DatedHead> dated(
      String which, Comparator<DatedHead> order, String replica, long from) {
    return EntryTable.first(
        MAX_HEADS,
        order,
        table ->
            jdbi.withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select number, hash, decision_id, decided_at from "
                                + table
                                + " where replica = :replica and "
                                + which
                                + " limit :limit")
                        .bind("replica", replica)
                        .bind("from", from)
                        .bind("limit", MAX_HEADS)
                        .map(
                            (row, context) ->
                                new DatedHead(
                                    row.getLong("number"),
                                    table.hash(row),
                                    row.getObject("decision_id", UUID.class),
                                    row.getObject("decided_at", OffsetDateTime.class).toInstant()))
                        .list()));
  }

  public Optional<Entry> entry(String replica, long number) {
    return batch(replica, number - 1, 1).stream()
        .map(KeptDecision::entry)
        .filter(entry -> entry.number() == number)
        .findFirst();
  }

  /** The first entry of a chain that is still there, by any number; empty if none is. */
  public Optional<Entry> first(String replica) {
    return kept(
            "where e.replica = :replica order by e.replica, e.number limit :limit",
            BY_NUMBER,
            query -> query.bind("replica", replica),
            1)
        .stream()
        .map(KeptDecision::entry)
        .findFirst();
  }

  /** The last entry of a chain; empty if it has none. */
  public Optional<Entry> last(String replica) {
    return kept(
            "where e.replica = :replica order by e.replica desc, e.number desc limit :limit",
            BY_NUMBER.reversed(),
            query -> query.bind("replica", replica),
            1)
        .stream()
        .map(KeptDecision::entry)
        .findFirst();
  }

  /** Passes the entries after a number to a consumer, in order, a batch at a time. */
  public void each(String replica, long number, Consumer<KeptDecision> consumer) {
    long last = number;
    List<KeptDecision> batch;
    do {
      batch = batch(replica, last, BATCH_SIZE);
      last = through(batch, last);
      for (KeptDecision kept : batch) {
        if (kept.entry().number() <= last) {
          consumer.accept(kept);
        }
      }
    } while (!batch.isEmpty());
  }

  /** After a full batch, the other table may have another entry of its last number. */
  private static long through(List<KeptDecision> batch, long last) {
    if (batch.isEmpty()) {
      return last;
    }
    long end = batch.get(batch.size() - 1).entry().number();
    return batch.size() < BATCH_SIZE ? end : end - 1;
  }

  private List<KeptDecision> batch(String replica, long number, int limit) {
    return kept(
        "where e.replica = :replica and e.number > :number"
            + " order by e.replica, e.number limit :limit",
        BY_NUMBER,
        query -> query.bind("replica", replica).bind("number", number),
        limit);
  }

  private List<KeptDecision> kept(
      String which, Comparator<KeptDecision> order, UnaryOperator<Query> values, int limit) {
    return EntryTable.first(
        limit,
        order,
        table ->
            jdbi.withHandle(
                handle ->
                    values
                        .apply(handle.createQuery(KeptDecisionMapper.select(table) + which))
                        .bind("limit", limit)
                        .map(new KeptDecisionMapper(table))
                        .list()));
  }
}
