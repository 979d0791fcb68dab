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
  TEXT("character", "character varying", "character large object", "bpchar", "varchar", "text") {
    @Override
    @Nullable Object read(ResultSet row, int column) throws SQLException {
      return row.getString(column);
    }

    @Override
    Object parse(JsonNode value) {
      return value.textValue();
    }
  },
  WHOLE_NUMBER("bigint", "bigserial", "integer", "int8", "int4") {
    @Override
    @Nullable Object read(ResultSet row, int column) throws SQLException {
      long value = row.getLong(column);
      return row.wasNull() ? null : value;
    }

    @Override
    Object parse(JsonNode value) {
      return value.longValue();
    }
  },
  DECIMAL("numeric") {
    @Override
    @Nullable Object read(ResultSet row, int column) throws SQLException {
      BigDecimal value = row.getBigDecimal(column);
      return value == null ? null : value.toPlainString();
    }

    @Override
    Object parse(JsonNode value) {
      return new BigDecimal(value.textValue());
    }
  },
  TRUTH_VALUE("boolean", "bool") {
    @Override
    @Nullable Object read(ResultSet row, int column) throws SQLException {
      boolean value = row.getBoolean(column);
      return row.wasNull() ? null : value;
    }

    @Override
    Object parse(JsonNode value) {
      return value.booleanValue();
    }
  },
  BYTES("binary varying", "binary large object", "bytea") {
    @Override
    @Nullable Object read(ResultSet row, int column) throws SQLException {
      return row.getBytes(column);
    }

    @Override
    Object parse(JsonNode value) throws IOException {
      return value.binaryValue();
    }
  },
  ID("uuid") {
    @Override
    @Nullable Object read(ResultSet row, int column) throws SQLException {
      UUID value = row.getObject(column, UUID.class);
      return value == null ? null : value.toString();
    }

    @Override
    Object parse(JsonNode value) {
      return UUID.fromString(value.textValue());
    }
  },
  DAY("date") {
    @Override
    @Nullable Object read(ResultSet row, int column) throws SQLException {
      LocalDate value = row.getObject(column, LocalDate.class);
      return value == null ? null : value.toString();
    }

    @Override
    Object parse(JsonNode value) {
      return LocalDate.parse(value.textValue());
    }
  },
  INSTANT("timestamp with time zone", "timestamptz") {
    @Override
    @Nullable Object read(ResultSet row, int column) throws SQLException {
      OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
      return value == null ? null : value.withOffsetSameInstant(ZoneOffset.UTC).toString();
    }

    @Override
    Object parse(JsonNode value) {
      return OffsetDateTime.parse(value.textValue());
    }
  };

  private final Set<String> types;

  /**
   * @param types as H2 and PostgreSQL name them
   */
  ColumnKind(String... types) {
    this.types = Set.of(types);
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

  abstract @Nullable Object read(ResultSet row, int column) throws SQLException;

  abstract Object parse(JsonNode value) throws IOException;

  final void write(ResultSet row, int column, JsonGenerator json) throws SQLException, IOException {
    json.writePOJO(read(row, column));
  }

  /** Sets a parameter of a statement. */
  final void bind(JsonNode value, PreparedStatement statement, int parameter)
      throws SQLException, IOException {
    statement.setObject(parameter, value.isNull() ? null : parse(value));
  }
}
