package io.redress.intake.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a run has come, in a file beside its output.
 *
 * @param settings what has to be the same for the run to be resumed
 * @param now determines the day of facts without {@code asOf}, for all of the run
 * @param totals the disputes that are in the output, or among the rejected
 * @param outputBytes length of the output with these decisions
 * @param rejectedBytes length of the file of rejected disputes
 */
record Checkpoint(
    String settings, Instant now, BatchTotals totals, long outputBytes, long rejectedBytes) {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  static Checkpoint begin(String settings, Instant now) {
    return new Checkpoint(settings, now, new BatchTotals(0, 0), 0, 0);
  }

  /** Empty if there is none that can be read. */
  static Optional<Checkpoint> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(file), Checkpoint.class));
    } catch (JsonProcessingException torn) {
      return Optional.empty();
    }
  }

  /** The file has this or the one before, whatever happens. */
  void write(Path file) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.write(fresh, JSON.writeValueAsBytes(this));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
