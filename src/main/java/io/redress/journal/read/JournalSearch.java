package io.redress.journal.read;

import io.redress.platform.database.Database;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

/** Finds decisions in the journal. */
@Singleton
public class JournalSearch {
  /** So many are in memory at a time while a long list is gone through. */
  private static final int SOME = 200;

  private static final RowMapper<DecisionListItem> SUMMARY =
      ConstructorMapper.of(DecisionListItem.class);

  private final BoundedQueries database;

  public JournalSearch(Database database) {
    this(new BoundedQueries(database));
  }

  @Inject
  JournalSearch(BoundedQueries database) {
    this.database = database;
  }

  public Optional<KeptDecision> find(UUID decisionId) {
    return database.ask(
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
  public List<DecisionListItem> page(SearchQuery search, SortOrder sorting, long offset, int size) {
    return database.ask(
        handle ->
            query(
                    handle,
                    "select " + DecisionListItem.COLUMNS + " from journal_entry where ",
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
  public long count(SearchQuery search) {
    return database.ask(handle -> counting(handle, search).mapTo(Long.class).one());
  }

  /** Databases count all there is faster than all that fits a condition which everything fits. */
  private static Query counting(Handle handle, SearchQuery search) {
    String all = "select count(*) from journal_entry";
    return search.equals(SearchQuery.ALL)
        ? handle.createQuery(all)
        : query(handle, all + " where ", search, "");
  }

  /**
   * Goes through all that are found, the oldest first; memory and connections are needed only from
   * one part to the next, however slow the taker is.
   */
  public void summaries(SearchQuery search, Consumer<DecisionListItem> taker) {
    each(
        (handle, last) ->
            after(
                    handle,
                    "select " + DecisionListItem.COLUMNS + " from journal_entry where ",
                    search,
                    last)
                .map(SUMMARY)
                .list(),
        summary -> new Position(summary.decidedAt(), summary.decisionId()),
        taker);
  }

  /** The same for whole entries. */
  public void entries(SearchQuery search, Consumer<KeptDecision> taker) {
    each(
        (handle, last) -> {
          List<UUID> ids =
              after(handle, "select decision_id from journal_entry where ", search, last)
                  .mapTo(UUID.class)
                  .list();
          return ids.isEmpty() ? List.<KeptDecision>of() : entries(handle, ids);
        },
        kept ->
            new Position(kept.entry().decided().decidedAt(), kept.entry().decided().decisionId()),
        taker);
  }

  /**
   * The newest decisions on a dispute, the oldest of them first.
   *
   * @throws SearchTooSlow when it takes too long
   */
  public List<KeptDecision> onDispute(String disputeId, int most) {
    SearchQuery search = new SearchQuery(disputeId, null, null, null, null, null);
    return database.ask(
        handle -> {
          List<UUID> ids =
              query(
                      handle,
                      "select decision_id from journal_entry where ",
                      search,
                      SortOrder.USUAL.orderBy() + " limit :most")
                  .bind("most", most)
                  .mapTo(UUID.class)
                  .list();
          Collections.reverse(ids);
          return ids.isEmpty() ? List.of() : entries(handle, ids);
        });
  }

  /** In the order of their ids. */
  private static List<KeptDecision> entries(Handle handle, List<UUID> ids) {
    Map<UUID, KeptDecision> found =
        handle
            .createQuery(KeptDecisionMapper.SELECT + "where e.decision_id in (<ids>)")
            .bindList("ids", ids)
            .map(new KeptDecisionMapper())
            .collectToMap(kept -> kept.entry().decided().decisionId(), kept -> kept);
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
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
      found = database.ask(handle -> part.apply(handle, before));
      found.forEach(taker);
      last = found.isEmpty() ? last : position.apply(found.get(found.size() - 1));
    } while (found.size() == SOME);
  }

  private static Query after(Handle handle, String select, SearchQuery search, Position last) {
    return query(
            handle,
            select,
            search,
            " and decided_at >= :lastAt and (decided_at > :lastAt or decision_id > :lastId)"
                + " order by decided_at, decision_id limit "
                + SOME)
        .bind("lastAt", last.decidedAt().atOffset(ZoneOffset.UTC))
        .bind("lastId", last.decisionId());
  }

  private static Query query(Handle handle, String select, SearchQuery search, String rest) {
    Query query = handle.createQuery(select + search.condition() + rest);
    search.values().forEach(query::bind);
    return query;
  }
}
