package io.redress.journal.backup;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the values of a column are written in JSON, the same for both kinds of databases. */
enum ColumnKind {
  TEXT(
      ResultSet::getString,
      JsonNode::textValue,
      "character",
      "character varying",
      "character large object",
      "bpchar",
      "varchar",
      "text"),
  WHOLE_NUMBER(
      ResultSet::getLong, JsonNode::longValue, "bigint", "bigserial", "integer", "int8", "int4"),
  /** As text, with all digits. */
  DECIMAL(ResultSet::getBigDecimal, value -> new BigDecimal(value.textValue()), "numeric"),
  TRUTH_VALUE(ResultSet::getBoolean, JsonNode::booleanValue, "boolean", "bool"),
  BYTES(
      ResultSet::getBytes, JsonNode::binaryValue, "binary varying", "binary large object", "bytea"),
  ID(
      (row, column) -> row.getObject(column, UUID.class),
      value -> UUID.fromString(value.textValue()),
      "uuid"),
  DAY(
      (row, column) -> row.getObject(column, LocalDate.class),
      value -> LocalDate.parse(value.textValue()),
      "date"),
  INSTANT(
      (row, column) -> row.getObject(column, OffsetDateTime.class),
      value -> OffsetDateTime.parse(value.textValue()),
      "timestamp with time zone",
      "timestamptz");

  private final Reader reader;
  private final Parser parser;
  private final Set<String> types;

  /**
   * @param types as H2 and PostgreSQL name them
   */
  ColumnKind(Reader reader, Parser parser, String... types) {
    this.reader = reader;
    this.parser = parser;
    this.types = Set.of(types);
  }

  @FunctionalInterface
  private interface Reader {
    @Nullable Object read(ResultSet row, int column) throws SQLException;
  }

  @FunctionalInterface
  private interface Parser {
    Object parse(JsonNode value) throws IOException;
  }

  /** Of the columns of a query, in their order. */
  static List<ColumnKind> of(ResultSetMetaData columns) throws SQLException {
    List<ColumnKind> kinds = new ArrayList<>();
    for (int column = 1; column <= columns.getColumnCount(); column++) {
      kinds.add(of(columns.getColumnTypeName(column)));
    }
    return kinds;
  }

  private static ColumnKind of(String type) {
    String name = type.toLowerCase(Locale.ROOT);
    for (ColumnKind kind : values()) {
      if (kind.types.contains(name)) {
        return kind;
      }
    }
    throw new IllegalStateException("No column may have the type " + type);
  }

  void write(ResultSet row, int column, JsonGenerator json) throws SQLException, IOException {
    Object value = reader.read(row, column);
    json.writePOJO(value == null || row.wasNull() ? null : written(value));
  }

  private static Object written(Object value) {
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value instanceof OffsetDateTime moment) {
      return moment.withOffsetSameInstant(ZoneOffset.UTC).toString();
    }
    return value instanceof LocalDate day ? day.toString() : value;
  }

  /** Sets a parameter of a statement. */
  void bind(JsonNode value, PreparedStatement statement, int parameter)
      throws SQLException, IOException {
    statement.setObject(parameter, value.isNull() ? null : parser.parse(value));
  }
}
