package io.redress.insight.impact;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.redress.EditedRules;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.ReadResult;
import io.redress.rules.letter.SeededDisputes;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.ProblemList;
import io.redress.rules.source.RuleProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellReference;

/** The shipped rules with edits of cells, and disputes to try them on. */
final class TriedRules {
  private static final Path FOLDER = Path.of("rules");

  private TriedRules() {}

  /**
   * @param value a text or a number
   */
  record Edit(String file, String sheet, String cell, Object value) {}

  static Comparison.Side with(Edit... edits) throws IOException {
    return with(List.of(edits));
  }

  static Comparison.Side with(Collection<Edit> edits) throws IOException {
    List<RuleProblem> problems = new ProblemList();
    Map<String, byte[]> files = new HashMap<>(RuleSetFiles.folder(FOLDER, problems));
    for (String file : edits.stream().map(Edit::file).distinct().toList()) {
      files.put(
          file,
          EditedRules.edited(
              FOLDER.resolve(file),
              workbook ->
                  edits.stream()
                      .filter(edit -> edit.file().equals(file))
                      .forEach(
                          edit -> {
                            var place = new CellReference(edit.cell());
                            var cell =
                                workbook
                                    .getSheet(edit.sheet())
                                    .getRow(place.getRow())
                                    .getCell(place.getCol());
                            if (edit.value() instanceof Double number) {
                              cell.setCellValue(number);
                            } else {
                              cell.setCellValue(edit.value().toString());
                            }
                          })));
    }
    return side(files);
  }

  static Comparison.Side side(Map<String, byte[]> files) {
    List<RuleProblem> problems = new ProblemList();
    RuleSet rules =
        RuleSet.read(RuleSetFiles.of(files), problems)
            .orElseThrow(() -> new AssertionError(problems));
    return new Comparison.Side(rules, files);
  }

  /** The same disputes for the same seed, each with an id of its own. */
  static Stream<Dispute> disputes(long seed, int count) {
    AtomicInteger number = new AtomicInteger();
    return SeededDisputes.from(seed)
        .limit(count)
        .map(dispute -> dispute.on(dispute.asOf(), "dispute-" + number.incrementAndGet()));
  }

  static HistoricalDispute historical(Dispute dispute) {
    return new HistoricalDispute(
        String.valueOf(dispute.disputeId()),
        Instant.EPOCH,
        rules -> new ReadResult.Read(dispute, JsonNodeFactory.instance.objectNode()),
        null);
  }
}
