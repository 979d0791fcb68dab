package io.redress.journal.read;

import io.redress.journal.write.CustomValue;
import io.redress.journal.write.EntryTable;
import io.redress.platform.database.Database;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

/** Finds decisions in the journal. */
@Singleton
public class JournalSearch {
  /** Number of decisions in memory at a time. */
  private static final int BATCH_SIZE = 200;

  private static final RowMapper<DecisionListItem> LIST_ITEM =
      ConstructorMapper.of(DecisionListItem.class);

  private static final String IDS = "decision_id, decided_at";
  private static final RowMapper<UUID> ID =
      (row, context) -> row.getObject("decision_id", UUID.class);

  private final BoundedQueries queries;

  public JournalSearch(Database database) {
    this(new BoundedQueries(database));
  }

  @Inject
  JournalSearch(BoundedQueries queries) {
    this.queries = queries;
  }

  public Optional<KeptDecision> find(UUID decisionId) {
    return queries.run(handle -> entries(handle, List.of(decisionId)).stream().findFirst());
  }

  /**
   * Returns a page of the decisions found.
   *
   * @throws SearchTooSlow if it takes too long
   */
  public List<DecisionListItem> page(SearchQuery search, SortOrder sorting, long offset, int size) {
    return queries.search(
        handle ->
            withCustom(
                handle,
                SearchTable.some(
                        handle, search, DecisionListItem.COLUMNS, sorting.orderBy(), offset, size)
                    .map(LIST_ITEM)
                    .list()));
  }

  /**
   * Counts the decisions found.
   *
   * @throws SearchTooSlow if it takes too long
   */
  public long count(SearchQuery search) {
    return queries.search(handle -> SearchTable.count(handle, search));
  }

  /**
   * Passes all decisions found to a consumer, oldest first, a batch at a time. No connection is
   * held while the consumer works.
   */
  public void summaries(SearchQuery search, Consumer<DecisionListItem> consumer) {
    each(
        (handle, last) ->
            withCustom(
                handle,
                after(handle, DecisionListItem.COLUMNS, search, last).map(LIST_ITEM).list()),
        summary -> new Position(summary.decidedAt(), summary.decisionId()),
        consumer);
  }

  /**
   * Returns the names of all facts and outcomes of the seller's own that decisions have, without
   * {@code custom.}.
   */
  public List<String> customNames() {
    return queries.run(CustomValues::names);
  }

  private static List<DecisionListItem> withCustom(Handle handle, List<DecisionListItem> found) {
    if (found.isEmpty()) {
      return found;
    }
    Map<UUID, List<CustomValue>> custom =
        CustomValues.of(handle, found.stream().map(DecisionListItem::decisionId).toList());
    return custom.isEmpty()
        ? found
        : found.stream()
            .map(
                item ->
                    item.with(
                        custom.getOrDefault(item.decisionId(), List.of()).stream()
                            .collect(Collectors.toMap(CustomValue::name, CustomValue::value))))
            .toList();
  }

  /** Like {@link #summaries}, with whole entries. */
  public void entries(SearchQuery search, Consumer<KeptDecision> consumer) {
    each(
        (handle, last) -> {
          List<UUID> ids = after(handle, IDS, search, last).map(ID).list();
          return ids.isEmpty() ? List.<KeptDecision>of() : entries(handle, ids);
        },
        kept ->
            new Position(kept.entry().decided().decidedAt(), kept.entry().decided().decisionId()),
        consumer);
  }

  /**
   * The next decisions found, oldest first, with whole entries: at most {@value #BATCH_SIZE}.
   *
   * @param decidedAt of the last one that is known
   * @param decisionId of the last one that is known
   */
  public List<KeptDecision> entriesAfter(SearchQuery search, Instant decidedAt, UUID decisionId) {
    return queries.search(
        handle -> {
          List<UUID> ids =
              after(handle, IDS, search, new Position(decidedAt, decisionId)).map(ID).list();
          return ids.isEmpty() ? List.of() : entries(handle, ids);
        });
  }

  /**
   * The newest decisions of a dispute, in the order in which they were taken.
   *
   * @throws SearchTooSlow if it takes too long
   */
  public List<KeptDecision> onDispute(String disputeId, int limit) {
    SearchQuery search = SearchQuery.ofDispute(disputeId);
    return queries.search(
        handle -> {
          List<UUID> ids =
              SearchTable.some(handle, search, IDS, SortOrder.DEFAULT.orderBy(), 0, limit)
                  .map(ID)
                  .list();
          Collections.reverse(ids);
          return ids.isEmpty() ? List.of() : entries(handle, ids);
        });
  }

  /** The entries with these ids, in this order. */
  static List<KeptDecision> entries(Handle handle, List<UUID> ids) {
    Map<UUID, KeptDecision> found = new HashMap<>();
    for (EntryTable table : EntryTable.values()) {
      if (found.size() < ids.size()) {
        handle
            .createQuery(KeptDecisionMapper.select(table) + "where e.decision_id in (<ids>)")
            .bindList("ids", ids)
            .map(new KeptDecisionMapper(table))
            .forEach(kept -> found.put(kept.entry().decided().decisionId(), kept));
      }
    }
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  private record Position(Instant decidedAt, UUID decisionId) {
    static final Position FIRST = new Position(Instant.EPOCH, new UUID(0, 0));
  }

  private <T> void each(
      BiFunction<Handle, Position, List<T>> batch,
      Function<T, Position> position,
      Consumer<T> consumer) {
    Position last = Position.FIRST;
    List<T> found;
    do {
      Position before = last;
      found = queries.search(handle -> batch.apply(handle, before));
      found.forEach(consumer);
      last = found.isEmpty() ? last : position.apply(found.get(found.size() - 1));
    } while (found.size() == BATCH_SIZE);
  }

  private static Query after(Handle handle, String columns, SearchQuery search, Position last) {
    return SearchTable.some(
            handle,
            search,
            columns,
            " and decided_at >= :lastAt and (decided_at > :lastAt or decision_id > :lastId)"
                + " order by decided_at, decision_id",
            0,
            BATCH_SIZE)
        .bind("lastAt", last.decidedAt().atOffset(ZoneOffset.UTC))
        .bind("lastId", last.decisionId());
  }
}
