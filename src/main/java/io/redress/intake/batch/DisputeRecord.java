package io.redress.intake.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.domain.dispute.Country;
import io.redress.domain.dispute.CustomFacts;
import io.redress.domain.dispute.DisputeReader;
import io.redress.domain.dispute.ReadResult;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.function.Function;

/** The facts of one dispute, as a batch has them. */
public sealed interface DisputeRecord {
  /** The line of the file, or the row of the sheet, on which it begins; from 1. */
  long line();

  /** The facts as JSON. */
  byte[] json();

  /** Reads and checks the facts. */
  ReadResult read(CustomFacts declared, Function<Country, LocalDate> today);

  /**
   * A line of NDJSON.
   *
   * @param json at most one byte more than the facts of a dispute can have
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record JsonLine(long line, byte[] json) implements DisputeRecord {
    @Override
    public ReadResult read(CustomFacts declared, Function<Country, LocalDate> today) {
      return DisputeReader.read(json, declared, today);
    }
  }

  /** A row of a table. */
  record TableRow(long line, ObjectNode facts) implements DisputeRecord {
    @Override
    public byte[] json() {
      return facts.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public ReadResult read(CustomFacts declared, Function<Country, LocalDate> today) {
      return DisputeReader.read(facts, declared, today);
    }
  }
}
