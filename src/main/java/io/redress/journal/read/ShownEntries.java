package io.redress.journal.read;

import io.redress.journal.projection.Projection;
import io.redress.journal.write.CustomValue;
import io.redress.journal.write.Entry;
import io.redress.journal.write.EntryTable;
import io.redress.platform.database.Database;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What searches have of entries, to be compared with the entries. */
public final class ShownEntries {
  /** How long entries may take to be copied to where searches look; longer only once. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Jdbi jdbi;
  private final Projection projection;
  private boolean tooMany;

  public ShownEntries(Database database) {
    this.jdbi = database.jdbi();
    this.projection = new Projection(database);
  }

  /** The facts and outcomes of the seller's own that searches have of a decision. */
  public List<CustomValue> custom(UUID decisionId) {
    return jdbi.withHandle(
        handle -> CustomValues.of(handle, List.of(decisionId)).getOrDefault(decisionId, List.of()));
  }

  /** Whether the entry of a decision is there, and was not truncated meanwhile. */
  public boolean isKept(UUID decisionId) {
    return jdbi.withHandle(
        handle ->
            Arrays.stream(EntryTable.values()).anyMatch(table -> isIn(table, handle, decisionId)));
  }

  /**
   * What searches show of an entry, if that is not what it has; empty also if it is not copied yet
   * to where they look, if it was truncated meanwhile, and for entries of versions before, which
   * searches read themselves.
   */
  public Optional<String> otherwise(Entry entry) {
    Optional<DecisionListItem> shown = shown(entry);
    if (shown.isEmpty()) {
      tooMany = tooMany || !projection.catchUp(PATIENCE);
      if (tooMany && !projection.hasCopied(entry.replica(), entry.number())) {
        return Optional.empty();
      }
      shown = shown(entry);
    }
    if (shown.equals(Optional.of(DecisionListItem.of(entry)))
        || jdbi.withHandle(
            handle -> !isIn(EntryTable.CURRENT, handle, entry.decided().decisionId()))) {
      return Optional.empty();
    }
    return Optional.of(shown.map(DecisionListItem::toString).orElse("nothing"));
  }

  private Optional<DecisionListItem> shown(Entry entry) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select "
                        + DecisionListItem.COLUMNS
                        + " from decision_search where decision_id = :id and key_id = :key")
                .bind("id", entry.decided().decisionId())
                .bind("key", entry.keyId())
                .map(ConstructorMapper.of(DecisionListItem.class))
                .findOne()
                .map(DecisionListItem::stripped));
  }

  private static boolean isIn(EntryTable table, Handle handle, UUID decisionId) {
    return handle
        .createQuery("select 1 from " + table + " where decision_id = :id")
        .bind("id", decisionId)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }
}
