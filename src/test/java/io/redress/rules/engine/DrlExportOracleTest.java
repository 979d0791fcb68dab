package io.redress.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.rules.engine.ExportedTables.Answer;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.Facts;
import io.redress.rules.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the table index with Drools on the exported DRL of the same workbooks. */
class DrlExportOracleTest {
  private static final int RANDOM_TABLES = 20;
  private static final int ROWS = 30;
  private static final int COMPARISONS = 200_000;

  /** Questions that share a session. */
  private static final int BATCH = 1_000;

  @Test
  void droolsAndTheIndexGiveTheSameAnswers() throws IOException {
    List<DecisionTable> tables = new ArrayList<>(shipped());
    IntStream.range(0, RANDOM_TABLES)
        .mapToObj(seed -> new RandomTables(seed).next("random-" + seed, ROWS))
        .forEach(tables::add);
    ExportedTables exported = new ExportedTables(tables);
    int compared = 0;
    int answers = 0;
    for (int round = 0; compared < COMPARISONS; round++) {
      for (DecisionTable table : tables) {
        answers += compare(table, exported, new RandomFacts(table, round));
        compared += BATCH;
      }
    }
    System.out.printf(
        "Oracle: %,d comparisons over %d tables, %,d rows answered, no difference%n",
        compared, tables.size(), answers);
    assertThat(answers).isGreaterThan(COMPARISONS / 2);
  }

  /** How many rows answered. */
  private static int compare(DecisionTable table, ExportedTables exported, RandomFacts random) {
    List<Facts> facts = IntStream.range(0, BATCH).mapToObj(question -> random.next()).toList();
    List<List<Answer>> answers = exported.ask(table, facts);
    for (int question = 0; question < BATCH; question++) {
      assertThat(answers.get(question))
          .as("%s asked with %s", table.name(), facts.get(question))
          .isEqualTo(table.ask(facts.get(question)).stream().map(Answer::of).toList());
    }
    return answers.stream().mapToInt(List::size).sum();
  }

  private static List<DecisionTable> shipped() throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    try (Stream<Path> found = Files.list(Path.of("rules"))) {
      for (Path file : (Iterable<Path>) found.filter(Files::isRegularFile)::iterator) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    List<RuleProblem> problems = new ArrayList<>();
    Tables tables = Tables.read(files, problems);
    assertThat(problems).isEmpty();
    return List.copyOf(tables.all());
  }
}
