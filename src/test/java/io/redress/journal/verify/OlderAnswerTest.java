package io.redress.journal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.DecisionJson;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeReader;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** The rules of the first release, and answers that it gave under them. */
class OlderAnswerTest {
  @Test
  void rulesOfTheFirstReleaseStillDecideTheSame() throws IOException {
    RuleSet rules = RuleSet.read(RuleSetFiles.of(rules()), new ArrayList<>()).orElseThrow();
    List<String> lines = answers();
    assertThat(lines).hasSizeGreaterThan(30);
    for (String line : lines) {
      String[] factsAndAnswer = line.split("\t");
      String kept = withoutLetter(factsAndAnswer[1]);
      assertThat(OlderAnswer.is(kept)).isTrue();
      Decision now = rules.decide(dispute(factsAndAnswer[0]));
      String like = OlderAnswer.like(kept, DecisionJson.write(now.withFullTrace()));
      assertThat(JsonDifference.between(kept, like, "")).as(factsAndAnswer[0]).isEmpty();
      assertThat(OlderAnswer.is(DecisionJson.write(now))).isFalse();
    }
  }

  @Test
  void changedOlderAnswersAreFound() throws IOException {
    RuleSet rules = RuleSet.read(RuleSetFiles.of(rules()), new ArrayList<>()).orElseThrow();
    String[] factsAndAnswer = answers().get(0).split("\t");
    Decision now = rules.decide(dispute(factsAndAnswer[0]));
    String changed =
        withoutLetter(factsAndAnswer[1])
            .replaceFirst("\"caseStatus\":\"[A-Z_]+\"", "\"caseStatus\":\"OTHER\"");
    String like = OlderAnswer.like(changed, DecisionJson.write(now.withFullTrace()));
    assertThat(JsonDifference.between(changed, like, ""))
        .extracting(JsonDifference::pointer)
        .containsExactly("/caseStatus");
  }

  private static String withoutLetter(String answer) {
    ObjectNode read = (ObjectNode) DecisionJson.read(answer);
    read.remove("letter");
    return DecisionJson.write(read);
  }

  private static Dispute dispute(String facts) {
    return DisputeReader.read(
            facts.getBytes(StandardCharsets.UTF_8), country -> LocalDate.of(2026, 5, 11))
        .fold(
            dispute -> dispute,
            problems -> {
              throw new AssertionError(problems);
            });
  }

  private static List<String> answers() throws IOException {
    try (InputStream in = resource("answers.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static Map<String, byte[]> rules() throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(resource("rules.zip"))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(
        OlderAnswerTest.class.getResourceAsStream("/first-release/" + name));
  }
}
