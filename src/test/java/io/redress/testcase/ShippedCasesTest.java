package io.redress.testcase;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.dispute.Customs;
import io.redress.dispute.Dispute;
import io.redress.dispute.Reason;
import io.redress.dispute.Shipment;
import io.redress.source.RuleProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShippedCasesTest {
  private final List<RuleProblem> problems = new ArrayList<>();
  private final TestCases cases = TestCases.read(files(), problems);

  private static Map<String, byte[]> files() {
    try (var paths = Files.list(Path.of("test-cases"))) {
      Map<String, byte[]> files = new HashMap<>();
      for (Path path : paths.toList()) {
        files.put(path.getFileName().toString(), Files.readAllBytes(path));
      }
      return files;
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  @Test
  void allCanBeRead() {
    assertThat(problems).isEmpty();
    assertThat(cases.size()).isGreaterThan(100);
  }

  @Test
  void everyWordOfTheFieldOccurs() {
    Set<Object> words = new HashSet<>();
    cases.run(
        dispute -> {
          words.add(dispute.reason());
          words.add(dispute.desiredOutcome());
          words.add(dispute.delayCause());
          words.add(dispute.customs().cause());
          words.add(dispute.shipment().trackingStatus());
          throw new IllegalStateException("only the facts are looked at");
        });

    assertThat(words)
        .contains((Object[]) Reason.values())
        .contains((Object[]) Dispute.DesiredOutcome.values())
        .contains((Object[]) Dispute.DelayCause.values())
        .contains((Object[]) Customs.Cause.values())
        .contains((Object[]) Shipment.TrackingStatus.values());
  }

  @Test
  void impossibleFactsAreRefused() {
    var report =
        cases.run(
            dispute -> {
              throw new IllegalStateException("only refusals are looked at");
            });

    assertThat(report.failures())
        .extracting(failure -> failure.place().file())
        .doesNotContain("refused.yaml");
  }
}
