package io.redress.journal.read;

import io.redress.journal.write.EntryTable;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * What searches look at: a table that is filled behind the writing of entries, and entries of
 * versions before as long as there are any.
 */
final class SearchTable {
  static final String TABLE = "decision_search";

  private SearchTable() {}

  /**
   * Makes the query of some rows in an order. Each table is asked for no more than could be among
   * them.
   *
   * @param columns with all those of the order
   */
  static Query some(
      Handle handle, SearchQuery search, String columns, String more, long offset, int size) {
    String rest = " where " + search.condition() + more;
    String order = more.substring(more.indexOf(" order by "));
    String select = "select " + columns + " from ";
    Query query =
        hasOlder(handle)
            ? handle
                .createQuery(
                    select
                        + "(("
                        + select
                        + TABLE
                        + rest
                        + " limit :most) union all ("
                        + select
                        + EntryTable.OLDER
                        + rest
                        + " limit :most)) found"
                        + order
                        + " limit :size offset :offset")
                .bind("most", offset + size)
            : handle.createQuery(select + TABLE + rest + " limit :size offset :offset");
    search.values().forEach(query::bind);
    return query.bind("size", size).bind("offset", offset);
  }

  /** Counts the rows that fulfil the condition of a search, in one look at all tables. */
  static long count(Handle handle, SearchQuery search) {
    // Without a condition databases count faster than with one that is always true.
    boolean any = search.equals(SearchQuery.ALL);
    String counts =
        all(handle).stream()
            .map(
                table ->
                    "(select count(*) from "
                        + table
                        + (any ? "" : " where " + search.condition())
                        + ")")
            .collect(Collectors.joining(" + "));
    Query query = handle.createQuery("select " + counts);
    if (!any) {
      search.values().forEach(query::bind);
    }
    return query.mapTo(Long.class).one();
  }

  /**
   * The tables to be read, of which most journals have one, in the order in which entries can move.
   */
  static List<String> all(Handle handle) {
    return hasOlder(handle) ? List.of(EntryTable.OLDER.toString(), TABLE) : List.of(TABLE);
  }

  private static boolean hasOlder(Handle handle) {
    return handle
        .createQuery("select 1 from " + EntryTable.OLDER + " limit 1")
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }
}
