package io.redress.journal.read;

import io.redress.journal.write.ChainHead;
import io.redress.journal.write.Entry;
import io.redress.platform.database.Database;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The chains of entries, one of each replica that ever wrote, to be gone along. */
public final class Chains {
  /** So many entries are in memory at a time. */
  private static final int SOME = 200;

  private final Jdbi jdbi;

  public Chains(Database database) {
    this.jdbi = database.jdbi();
  }

  /** All that there are, in the order of their names; one look into an index for each. */
  public List<String> replicas() {
    return Stream.iterate(after(""), Optional::isPresent, last -> after(last.orElseThrow()))
        .map(Optional::orElseThrow)
        .toList();
  }

  private Optional<String> after(String replica) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select min(replica) from ("
                        + "select min(replica) as replica from journal_entry where replica > :last"
                        + " union all"
                        + " select min(replica) from journal_cut where replica > :last) next")
                .bind("last", replica)
                .mapTo(String.class)
                .findOne());
  }

  /** What a chain goes on from: where it was cut off last, or nothing. */
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

  /** The number of the first entry of a chain since then; empty when there is none. */
  public Optional<Long> firstSince(String replica, Instant since) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select min(number) from journal_entry"
                        + " where replica = :replica and decided_at >= :since")
                .bind("replica", replica)
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .mapTo(Long.class)
                .findOne());
  }

  public Optional<Entry> entry(String replica, long number) {
    return part(replica, number - 1, 1).stream()
        .map(KeptDecision::entry)
        .filter(entry -> entry.number() == number)
        .findFirst();
  }

  /** The last entry of a chain; empty when it has none. */
  public Optional<Entry> last(String replica) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    KeptDecisionMapper.SELECT
                        + "where e.replica = :replica order by e.replica desc, e.number desc limit 1")
                .bind("replica", replica)
                .map(new KeptDecisionMapper())
                .findOne()
                .map(KeptDecision::entry));
  }

  /** Goes along a chain, from the entry after that number; memory is needed for a few at a time. */
  public void each(String replica, long number, Consumer<KeptDecision> taker) {
    long last = number;
    List<KeptDecision> part;
    do {
      part = part(replica, last, SOME);
      part.forEach(taker);
      last = part.isEmpty() ? last : part.get(part.size() - 1).entry().number();
    } while (!part.isEmpty());
  }

  private List<KeptDecision> part(String replica, long number, int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    KeptDecisionMapper.SELECT
                        + "where e.replica = :replica and e.number > :number"
                        + " order by e.replica, e.number limit :most")
                .bind("replica", replica)
                .bind("number", number)
                .bind("most", most)
                .map(new KeptDecisionMapper())
                .list());
  }
}
