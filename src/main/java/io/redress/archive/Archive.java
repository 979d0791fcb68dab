package io.redress.archive;

import io.redress.database.Database;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Finds decisions in the journal. */
@Singleton
public class Archive {
  private static final int MOST_SECONDS = 10;
  private static final String CANCELLED = "57014";

  /** So many are in memory at a time while a long list is gone through. */
  private static final int SOME = 200;

  private static final RowMapper<Summary> SUMMARY = ConstructorMapper.of(Summary.class);

  private final Jdbi jdbi;

  public Archive(Database database) {
    this.jdbi = database.jdbi();
  }

  public Optional<KeptDecision> find(UUID decisionId) {
    return asked(
        handle ->
            handle
                .createQuery(KeptDecisionMapper.SELECT + "where e.decision_id = :id")
                .bind("id", decisionId)
                .map(new KeptDecisionMapper())
                .findOne());
  }

  /**
   * A part of a long list.
   *
   * @throws SearchTooSlow when it takes too long
   */
  public List<Summary> page(Search search, Sorting sorting, long offset, int size) {
    return asked(
        handle ->
            query(
                    handle,
                    "select " + Summary.COLUMNS + " from journal_entry where ",
                    search,
                    sorting.orderBy() + " limit :size offset :offset")
                .bind("size", size)
                .bind("offset", offset)
                .map(SUMMARY)
                .list());
  }

  /**
   * How many are found.
   *
   * @throws SearchTooSlow when it takes too long
   */
  public long count(Search search) {
    return asked(
        handle ->
            query(handle, "select count(*) from journal_entry where ", search, "")
                .mapTo(Long.class)
                .one());
  }

  /**
   * Goes through all that are found, the oldest first; memory and connections are needed only from
   * one part to the next, however slow the taker is.
   */
  public void summaries(Search search, Consumer<Summary> taker) {
    each(
        (handle, last) ->
            after(handle, "select " + Summary.COLUMNS + " from journal_entry where ", search, last)
                .map(SUMMARY)
                .list(),
        summary -> new Position(summary.decidedAt(), summary.decisionId()),
        taker);
  }

  /** The same for whole entries. */
  public void entries(Search search, Consumer<KeptDecision> taker) {
    each(
        (handle, last) ->
            after(
                    handle,
                    KeptDecisionMapper.SELECT
                        + "join (select decision_id as id from journal_entry where ",
                    search,
                    last,
                    ") found on found.id = e.decision_id order by e.decided_at, e.decision_id")
                .map(new KeptDecisionMapper())
                .list(),
        kept ->
            new Position(kept.entry().decided().decidedAt(), kept.entry().decided().decisionId()),
        taker);
  }

  private record Position(Instant decidedAt, UUID decisionId) {
    static final Position FIRST = new Position(Instant.EPOCH, new UUID(0, 0));
  }

  private <T> void each(
      BiFunction<Handle, Position, List<T>> part,
      Function<T, Position> position,
      Consumer<T> taker) {
    Position last = Position.FIRST;
    List<T> found;
    do {
      Position before = last;
      found = asked(handle -> part.apply(handle, before));
      found.forEach(taker);
      last = found.isEmpty() ? last : position.apply(found.get(found.size() - 1));
    } while (found.size() == SOME);
  }

  private static Query after(Handle handle, String select, Search search, Position last) {
    return after(handle, select, search, last, "");
  }

  private static Query after(
      Handle handle, String select, Search search, Position last, String rest) {
    return query(
            handle,
            select,
            search,
            " and decided_at >= :lastAt and (decided_at > :lastAt or decision_id > :lastId)"
                + " order by decided_at, decision_id limit "
                + SOME
                + rest)
        .bind("lastAt", last.decidedAt().atOffset(ZoneOffset.UTC))
        .bind("lastId", last.decisionId());
  }

  private static Query query(Handle handle, String select, Search search, String rest) {
    Query query =
        handle.createQuery(select + search.condition() + rest).setQueryTimeout(MOST_SECONDS);
    search.values().forEach(query::bind);
    return query;
  }

  private <T> T asked(Function<Handle, T> question) {
    try {
      return jdbi.withHandle(question::apply);
    } catch (UnableToExecuteStatementException failed) {
      if (failed.getCause() instanceof SQLException sql && CANCELLED.equals(sql.getSQLState())) {
        throw new SearchTooSlow(failed);
      }
      throw failed;
    }
  }
}
