package io.redress.intake.batch;

import io.redress.domain.dispute.FlatFacts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The formats of files of disputes and decisions. */
enum BatchFormat {
  NDJSON,
  CSV,
  XLSX;

  /**
   * By the ending of the file's name before {@code .gz}; NDJSON for other names and for standard
   * input.
   */
  public static BatchFormat of(@Nullable Path file) {
    if (file == null) {
      return NDJSON;
    }
    String name = CompressedFile.uncompressed(file.toString()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".xlsx")) {
      return XLSX;
    }
    return name.endsWith(".csv") || name.endsWith(".tsv") ? CSV : NDJSON;
  }

  /**
   * Begins to read disputes.
   *
   * @param decimalComma whether numbers in CSV are written as 12,50
   * @throws UnreadableInputException when it is not this format
   */
  public DisputeInput input(InputStream in, FlatFacts facts, boolean decimalComma)
      throws IOException {
    return switch (this) {
      case NDJSON -> new NdjsonInput(in);
      case CSV -> new CsvInput(in, facts, decimalComma);
      case XLSX -> new WorkbookInput(in, facts);
    };
  }
}
