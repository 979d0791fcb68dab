package io.redress.journal.projection;

import io.redress.journal.write.Entry;
import io.redress.journal.write.EntryTable;
import io.redress.platform.database.Database;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Moves entries of versions before to where new ones are, with the same content and hash, some at a
 * time: each part is a transaction, so every entry is in one table at any time, and the next part
 * continues after a kill.
 *
 * <p>An entry that does not match its hash stays where it is, as evidence.
 */
final class EntryMove {
  private static final int PART = 200;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final EntryTable FROM = EntryTable.OLDER;

  private final Jdbi jdbi;
  private final Projection projection;

  EntryMove(Database database) {
    this.jdbi = database.jdbi();
    this.projection = new Projection(database);
  }

  /**
   * How far it has come.
   *
   * @param moved entries of this part
   */
  record Position(String replica, long number, int moved) {
    static final Position FIRST = new Position("", 0, 0);
  }

  /** Moves some of the entries that follow a position; empty if there are none. */
  Optional<Position> part(Position last) {
    projection.catchUp(PATIENCE);
    projection.catchUpRows(PATIENCE);
    return next(last).map(first -> jdbi.inTransaction(handle -> part(handle, first)));
  }

  /** The place before the next entry. No name of a replica begins with another one. */
  private Optional<Position> next(Position last) {
    return jdbi.withHandle(
        handle ->
            first(handle, "replica = :replica and number > :number order by replica, number", last)
                .or(
                    () ->
                        first(
                            handle,
                            "replica > :replica and number > :number order by replica, number",
                            new Position(last.replica + "!", 0, 0))));
  }

  private static Optional<Position> first(Handle handle, String which, Position last) {
    return handle
        .createQuery("select replica, number from " + FROM + " where " + which + " limit 1")
        .bind("replica", last.replica)
        .bind("number", last.number)
        .map((row, context) -> new Position(row.getString("replica"), row.getLong("number") - 1, 0))
        .findOne();
  }

  private static Position part(Handle handle, Position last) {
    EntryTable.register(handle, last.replica);
    Projection.Position copied = Projection.lock(handle, last.replica);
    List<Entry> read =
        handle
            .createQuery(
                "select * from "
                    + FROM
                    + " where replica = :replica and number > :number"
                    + " order by replica, number limit :most")
            .bind("replica", last.replica)
            .bind("number", last.number)
            .bind("most", PART)
            .map(FROM.mapper())
            .list();
    List<Entry> intact = read.stream().filter(Entry::intact).collect(Collectors.toList());
    if (read.isEmpty()) {
      return last;
    }
    long end = read.get(read.size() - 1).number();
    if (intact.isEmpty() || isBehind(handle, last.replica, copied.least(), end)) {
      return new Position(last.replica, intact.isEmpty() ? end : last.number, 0);
    }
    EntryTable.add(handle, intact);
    for (Projection.Target target : Projection.Target.values()) {
      Projection.add(handle, last.replica, target, intact);
    }
    var deletions =
        handle.prepareBatch("delete from " + FROM + " where replica = ? and number = ?");
    intact.forEach(entry -> deletions.add(entry.replica(), entry.number()));
    deletions.execute();
    for (Projection.Target target : Projection.Target.values()) {
      if (copied.of(target) < end) {
        Projection.setCopied(handle, last.replica, target, end);
      }
    }
    return new Position(last.replica, end, intact.size());
  }

  /** Whether entries up to a number are not copied yet, which then would never be. */
  private static boolean isBehind(Handle handle, String replica, long copied, long end) {
    return handle
        .createQuery(
            "select 1 from journal_chain where replica = :replica and number > :copied"
                + " and number <= :end limit 1")
        .bind("replica", replica)
        .bind("copied", copied)
        .bind("end", end)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }
}
