package io.redress.journal.read;

import io.redress.journal.write.CustomValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads the facts and outcomes of the seller's own that the journal has for its searches. */
final class CustomValues {
  private CustomValues() {}

  /** Returns the values of decisions that have some, by the id of the decision. */
  static Map<UUID, List<CustomValue>> of(Handle handle, Collection<UUID> decisions) {
    Map<UUID, List<CustomValue>> values = new HashMap<>();
    handle
        .createQuery(
            "select decision_id, custom_name, custom_value, kind from journal_custom"
                + " where decision_id in (<ids>) order by custom_name")
        .bindList("ids", decisions)
        .map(
            (row, context) ->
                Map.entry(
                    row.getObject("decision_id", UUID.class),
                    new CustomValue(
                        row.getString("custom_name"),
                        CustomValue.Kind.valueOf(row.getString("kind")),
                        row.getString("custom_value"))))
        .forEach(
            own ->
                values
                    .computeIfAbsent(own.getKey(), decision -> new ArrayList<>())
                    .add(own.getValue()));
    return values;
  }

  /** Returns all names, in order. */
  static List<String> names(Handle handle) {
    List<String> names = new ArrayList<>();
    Optional<String> next = nameAfter(handle, "");
    while (next.isPresent()) {
      names.add(next.get());
      next = nameAfter(handle, next.get());
    }
    return names;
  }

  /** One step in the index; for distinct names, databases read all of it. */
  private static Optional<String> nameAfter(Handle handle, String name) {
    return handle
        .createQuery(
            "select custom_name from journal_custom where custom_name > :name"
                + " order by custom_name limit 1")
        .bind("name", name)
        .mapTo(String.class)
        .findOne();
  }
}
