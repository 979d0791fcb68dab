package io.redress.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.engine.ExportedTables.Answer;
import io.redress.source.RuleProblem;
import io.redress.table.DecisionTable;
import io.redress.table.Facts;
import io.redress.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The index and Drools' own network, from the same workbooks: not one difference. */
class DrlExportOracleTest {
  private static final int RANDOM_TABLES = Integer.getInteger("oracle.tables", 20);
  private static final int ROWS = Integer.getInteger("oracle.rows", 30);
  private static final int COMPARISONS = Integer.getInteger("oracle.comparisons", 200_000);
  private static final int BATCH = 1_000;

  @Test
  void droolsAnswersAsTheIndexDoes() {
    List<DecisionTable> tables = new ArrayList<>(shipped());
    IntStream.range(0, RANDOM_TABLES)
        .forEach(seed -> tables.add(new RandomTables(seed).next("random-" + seed, ROWS)));
    long t0 = System.nanoTime();
    ExportedTables exported = new ExportedTables(tables);
    long t1 = System.nanoTime();
    int compared = 0;
    int answered = 0;
    for (int round = 0; compared < COMPARISONS; round++) {
      for (DecisionTable table : tables) {
        RandomFacts random = new RandomFacts(table, round);
        List<Facts> facts = IntStream.range(0, BATCH).mapToObj(i -> random.next()).toList();
        List<List<Answer>> expected =
            facts.stream().map(f -> table.ask(f).stream().map(Answer::of).toList()).toList();
        List<List<Answer>> answers = exported.ask(table, facts);
        for (int i = 0; i < BATCH; i++) {
          assertThat(answers.get(i)).as(table.name() + i).isEqualTo(expected.get(i));
          answered += answers.get(i).size();
        }
        compared += BATCH;
      }
    }
    System.out.println(
        compared
            + " comparisons, "
            + answered
            + " answers of "
            + tables.stream().mapToInt(t -> t.rows().size()).sum()
            + " rules, compile "
            + (t1 - t0) / 1_000_000
            + " ask "
            + (System.nanoTime() - t1) / 1_000_000);
  }

  private static List<DecisionTable> shipped() {
    Map<String, byte[]> files = new HashMap<>();
    try (Stream<Path> workbooks = Files.list(Path.of("rules"))) {
      for (Path file : (Iterable<Path>) workbooks.filter(Files::isRegularFile)::iterator) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    List<RuleProblem> problems = new ArrayList<>();
    Tables tables = Tables.read(files, problems);
    assertThat(problems).isEmpty();
    return List.copyOf(tables.all());
  }
}
