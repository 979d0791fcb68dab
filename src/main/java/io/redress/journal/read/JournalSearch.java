package io.redress.journal.read;

import io.redress.journal.outcome.ReportedOutcome;
import io.redress.journal.outcome.ReportedOutcomes;
import io.redress.journal.write.CustomValue;
import io.redress.journal.write.EntryTable;
import io.redress.platform.database.Database;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Finds decisions in the journal. */
@Singleton
public class JournalSearch {
  /** Number of decisions in memory at a time. */
  private static final int BATCH_SIZE = 200;

  private static final RowMapper<DecisionListItem> LIST_ITEM =
      ConstructorMapper.of(DecisionListItem.class);

  private static final String PLACE = "decided_at, decision_id";
  private static final RowMapper<Place> PLACES = ConstructorMapper.of(Place.class);

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
   * Returns when the oldest decision was taken; empty if there is none.
   *
   * @throws SearchTooSlow if it takes too long
   */
  public Optional<Instant> oldest() {
    return queries.search(
        handle ->
            SearchTable.some(
                    handle, SearchQuery.ALL, PLACE, " order by decided_at, decision_id", 0, 1)
                .map(PLACES)
                .findFirst()
                .map(Place::decidedAt));
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
    Place last = Place.FIRST;
    List<DecisionListItem> found;
    do {
      Place before = last;
      found =
          queries.search(
              handle ->
                  withCustom(
                      handle,
                      after(handle, DecisionListItem.COLUMNS, search, before)
                          .map(LIST_ITEM)
                          .list()));
      found.forEach(consumer);
      if (!found.isEmpty()) {
        DecisionListItem newest = found.get(found.size() - 1);
        last = new Place(newest.decidedAt(), newest.decisionId());
      }
    } while (found.size() == BATCH_SIZE);
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
    List<UUID> ids = found.stream().map(DecisionListItem::decisionId).toList();
    Map<UUID, List<CustomValue>> custom = CustomValues.of(handle, ids);
    Map<UUID, List<ReportedOutcome>> outcomes = ReportedOutcomes.of(handle, ids);
    return custom.isEmpty() && outcomes.isEmpty()
        ? found
        : found.stream()
            .map(
                item ->
                    item.with(
                        custom.getOrDefault(item.decisionId(), List.of()).stream()
                            .collect(Collectors.toMap(CustomValue::name, CustomValue::value)),
                        last(outcomes.getOrDefault(item.decisionId(), List.of()))))
            .toList();
  }

  private static @Nullable ReportedOutcome last(List<ReportedOutcome> reports) {
    return reports.isEmpty() ? null : reports.get(reports.size() - 1);
  }

  /** Like {@link #summaries}, with whole entries. */
  public void entries(SearchQuery search, Consumer<KeptDecision> consumer) {
    Batch batch;
    Place last = Place.FIRST;
    do {
      batch = entriesAfter(search, last);
      batch.entries().forEach(consumer);
      last = batch.last();
    } while (batch.more());
  }

  /**
   * The next decisions found, oldest first, with whole entries: at most {@value #BATCH_SIZE}.
   *
   * @param place of the last one that is known
   */
  public Batch entriesAfter(SearchQuery search, Place place) {
    return queries.search(
        handle -> {
          List<Place> found = after(handle, PLACE, search, place).map(PLACES).list();
          List<UUID> ids = found.stream().map(Place::decisionId).toList();
          return new Batch(
              ids.isEmpty() ? List.of() : entries(handle, ids),
              ids.isEmpty() ? place : found.get(found.size() - 1),
              ids.size() == BATCH_SIZE);
        });
  }

  /** A place in the order of decisions: that of one of them. */
  public record Place(Instant decidedAt, UUID decisionId) {
    /** Before all decisions. */
    public static final Place FIRST = new Place(Instant.EPOCH, new UUID(0, 0));
  }

  /**
   * Some of the decisions found.
   *
   * @param entries those whose entries are there; one can be deleted after it was found
   * @param last place of the last one that was found
   * @param more whether there may be more after it
   */
  public record Batch(List<KeptDecision> entries, Place last, boolean more) {
    public Batch {
      entries = List.copyOf(entries);
    }
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
              SearchTable.some(handle, search, PLACE, SortOrder.DEFAULT.orderBy(), 0, limit)
                  .map(PLACES)
                  .map(Place::decisionId)
                  .collect(Collectors.toCollection(ArrayList::new));
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

  private static Query after(Handle handle, String columns, SearchQuery search, Place last) {
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
