package io.redress.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.domain.decision.Decision;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeReader;
import io.redress.domain.dispute.ReadResult;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.RuleProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Measures a decision with the shipped rules, in process and on one core.
 *
 * <p>The baseline is Jackson reading the same facts into a tree, which any JSON service does for a
 * request.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecisionBenchmark {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Param({"dress", "atomizers"})
  private String dispute = "";

  private byte[] facts = {};
  private final RuleSet rules = shipped();
  private Dispute read = parsed("{\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"LOST\"}");

  /** Reads the facts of one of the article's cases. */
  @Setup
  public void chooseDispute() {
    // As in a service; otherwise Drools formats trace lines that are discarded.
    Logger.getLogger("").setLevel(Level.WARNING);
    String text =
        dispute.equals("dress")
            ? """
            {"disputeId": "dress", "asOf": "2026-12-04",
             "disputeType": "NOT_RECEIVED", "reason": "IN_TRANSIT", "delayCause": "PEAK_SEASON",
             "order": {"orderedOn": "2026-11-11", "item": "red dress", "quantity": 1,
                       "unitPrice": "39.90", "currency": "USD", "buyerCountry": "US"},
             "shipment": {"shippedOn": "2026-11-14", "trackingNumber": "LX123456789CN",
                          "trackingUrl": "https://track.example/LX123456789CN"},
             "buyer": {"name": "Anna"}, "seller": {"name": "Silk Road Dresses"}}
            """
            : """
            {"disputeId": "atomizers", "asOf": "2015-02-15",
             "disputeType": "NOT_AS_DESCRIBED", "reason": "DEFECTIVE",
             "order": {"orderedOn": "2015-02-05", "item": "atomizers", "quantity": 20,
                       "unitPrice": "4.00", "currency": "USD", "buyerCountry": "US"},
             "shipment": {"shippedOn": "2015-02-09"},
             "problem": {"reportedOn": "2015-02-13", "defectiveQuantity": 7},
             "evidence": {"types": ["VIDEO"]}, "seller": {"name": "Clouds"}}
            """;
    facts = text.getBytes(StandardCharsets.UTF_8);
    read = parsed(text);
  }

  @Benchmark
  public JsonNode baselineJacksonReadsTheFacts() throws IOException {
    return JSON.readTree(facts);
  }

  @Benchmark
  public ReadResult factsReadAndChecked() {
    return DisputeReader.read(facts, country -> LocalDate.EPOCH);
  }

  @Benchmark
  public Decision decisionWithoutLetter() {
    return rules.decideWithoutLetter(read);
  }

  @Benchmark
  public Decision decisionWithTraceAndLetter() {
    return rules.decide(read);
  }

  private static Dispute parsed(String text) {
    return DisputeReader.read(text.getBytes(StandardCharsets.UTF_8), country -> LocalDate.EPOCH)
        .fold(
            dispute -> dispute,
            problems -> {
              throw new IllegalStateException(problems.toString());
            });
  }

  private static RuleSet shipped() {
    List<RuleProblem> problems = new ArrayList<>();
    return RuleSet.read(
            RuleSetFiles.read(Path.of("rules"), Path.of("test-cases"), problems), problems)
        .orElseThrow(() -> new IllegalStateException(problems.toString()));
  }
}
