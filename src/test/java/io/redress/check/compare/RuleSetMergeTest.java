package io.redress.check.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.EditedRules;
import io.redress.check.compare.RuleSetMerge.Side;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.ProblemList;
import io.redress.rules.source.WorkbookReader;
import io.redress.rules.table.TableSheet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleSetMergeTest {
  private static final RuleSetFiles BASE =
      RuleSetFiles.read(Path.of("rules"), Path.of("test-cases"), new ProblemList());

  @Test
  void cellsThatDifferentPeopleChangedAreBothThere() throws IOException {
    RuleSetFiles ours = goodwill(sheet -> sheet.getRow(3).getCell(5).setCellValue(0.07));
    RuleSetFiles theirs =
        goodwill(
            sheet -> {
              sheet.getRow(3).getCell(6).setCellValue("their remark");
              sheet.getRow(7).getCell(5).setCellValue(0.12);
            });

    RuleSetMerge merge = RuleSetMerge.of(BASE, ours, theirs, Map.of());

    assertThat(merge.conflicts()).isEmpty();
    List<List<String>> rows = rows(merge.files());
    assertThat(rows.get(0)).contains(rows(ours).get(0).get(5), "their remark");
    assertThat(rows.get(4)).isEqualTo(rows(theirs).get(4));
    assertThat(rows).hasSameSizeAs(rows(BASE));
  }

  @Test
  void rowsOfBothSidesAreInTheMergedTable() throws IOException {
    RuleSetFiles ours = goodwill(sheet -> sheet.getRow(4).getCell(6).setCellValue("ours"));
    RuleSetFiles theirs =
        goodwill(
            sheet -> {
              sheet.shiftRows(10, sheet.getLastRowNum(), 1);
              sheet.createRow(10).createCell(5).setCellValue(0.03);
              sheet.getRow(10).createCell(6).setCellValue("a new row");
            });

    List<List<String>> rows = rows(RuleSetMerge.of(BASE, ours, theirs, Map.of()).files());

    assertThat(rows).hasSize(rows(BASE).size() + 1);
    assertThat(rows.get(1)).contains("ours");
    assertThat(rows.get(7)).contains("a new row");
    assertThat(rows.subList(8, rows.size())).isEqualTo(rows(BASE).subList(7, rows(BASE).size()));
  }

  @Test
  void cellThatBothChangedIsNamedWithItsThreeValues() throws IOException {
    RuleSetFiles ours = goodwill(sheet -> sheet.getRow(3).getCell(5).setCellValue(0.07));
    RuleSetFiles theirs = goodwill(sheet -> sheet.getRow(3).getCell(5).setCellValue(0.08));

    assertThat(RuleSetMerge.of(BASE, ours, theirs, Map.of()).conflicts())
        .containsExactly(
            new RuleSetMerge.Conflict(
                "promises.xlsx, Goodwill!F4",
                rows(BASE).get(0).get(5),
                rows(ours).get(0).get(5),
                rows(theirs).get(0).get(5)));
    assertThat(RuleSetMerge.of(BASE, ours, ours, Map.of()).conflicts()).isEmpty();
  }

  @Test
  void cellThatBothChangedIsThatOfTheSideThatIsChosen() throws IOException {
    RuleSetFiles ours =
        goodwill(
            sheet -> {
              sheet.getRow(3).getCell(5).setCellValue(0.07);
              sheet.getRow(3).getCell(6).setCellValue("our remark");
              sheet.getRow(5).getCell(6).setCellValue("our other remark");
            });
    RuleSetFiles theirs =
        goodwill(
            sheet -> {
              sheet.getRow(3).getCell(5).setCellValue(0.08);
              sheet.getRow(3).getCell(6).setCellValue("their remark");
              sheet.getRow(7).getCell(5).setCellValue(0.12);
            });
    String percent = "promises.xlsx, Goodwill!F4";
    String remark = "promises.xlsx, Goodwill!G4";
    Map<String, Side> choices = Map.of(percent, Side.THEIRS, remark, Side.OURS);

    RuleSetMerge merge = RuleSetMerge.of(BASE, ours, theirs, choices);

    assertThat(merge.conflicts()).isEmpty();
    List<List<String>> rows = rows(merge.files());
    assertThat(rows.get(0).get(5)).isEqualTo(rows(theirs).get(0).get(5));
    assertThat(rows.get(0).get(6)).isEqualTo("our remark");
    assertThat(rows.get(2).get(6)).isEqualTo("our other remark");
    assertThat(rows.get(4).get(5)).isEqualTo(rows(theirs).get(4).get(5));
    assertThat(RuleSetMerge.of(BASE, ours, theirs, Map.of(percent, Side.OURS)).conflicts())
        .extracting(RuleSetMerge.Conflict::place)
        .containsExactly(remark);
  }

  /** The workbook of the other side is the one that is changed, as it has other notes. */
  @Test
  void choiceIsTheSameWhereNotesCameFromTheOtherSide() throws IOException {
    RuleSetFiles ours = goodwill(sheet -> sheet.getRow(3).getCell(5).setCellValue(0.07));
    RuleSetFiles theirs =
        goodwill(
            sheet -> {
              sheet.getRow(3).getCell(5).setCellValue(0.08);
              sheet
                  .getWorkbook()
                  .createSheet("Remarks")
                  .createRow(0)
                  .createCell(0)
                  .setCellValue("x");
            });
    String percent = "promises.xlsx, Goodwill!F4";

    assertThat(rows(RuleSetMerge.of(BASE, ours, theirs, Map.of(percent, Side.OURS)).files()))
        .isEqualTo(rows(ours));
    assertThat(rows(RuleSetMerge.of(BASE, ours, theirs, Map.of(percent, Side.THEIRS)).files()))
        .isEqualTo(rows(theirs));
  }

  @Test
  void rowsLinesSheetsAndFilesCanBeChosen() throws IOException {
    RuleSetFiles fewer = goodwill(sheet -> sheet.shiftRows(4, sheet.getLastRowNum(), -1));
    RuleSetFiles changed = goodwill(sheet -> sheet.getRow(3).getCell(5).setCellValue(0.08));
    assertChosen(fewer, changed, "promises.xlsx");

    assertChosen(
        laws("then: {nextOrderDiscountPercent: 5}", "then: {nextOrderDiscountPercent: 7}"),
        laws("then: {nextOrderDiscountPercent: 5}", "then: {nextOrderDiscountPercent: 8}"),
        "invariants.yaml");
    assertChosen(
        BASE.with(Map.of("promises.xlsx", EditedRules.remarked("our note"))),
        BASE.with(Map.of("promises.xlsx", EditedRules.remarked("their note"))),
        "promises.xlsx");
    assertChosen(
        BASE.with(Map.of("test-cases/new.yaml", new byte[] {'#'})),
        BASE.with(Map.of("test-cases/new.yaml", new byte[] {'#', '#'})),
        "test-cases/new.yaml");
  }

  /** Where one side is chosen for all conflicts, the file is as that side left it. */
  private static void assertChosen(RuleSetFiles ours, RuleSetFiles theirs, String file) {
    List<RuleSetMerge.Conflict> conflicts =
        RuleSetMerge.of(BASE, ours, theirs, Map.of()).conflicts();
    assertThat(conflicts).isNotEmpty();
    for (Side side : Side.values()) {
      Map<String, Side> choices = new TreeMap<>();
      conflicts.forEach(one -> choices.put(one.place(), side));
      RuleSetMerge merge = RuleSetMerge.of(BASE, ours, theirs, choices);
      RuleSetFiles chosen = side == Side.OURS ? ours : theirs;
      assertThat(merge.conflicts()).isEmpty();
      assertThat(rows(merge.files())).isEqualTo(rows(chosen));
      assertThat(notes(merge.files(), file)).isEqualTo(notes(chosen, file));
    }
  }

  /** The file, or the notes of a workbook, which is not the same byte by byte. */
  private static Object notes(RuleSetFiles files, String file) {
    byte[] content = Objects.requireNonNull(files.all().get(file));
    return file.endsWith(".xlsx")
        ? WorkbookReader.readAll("", content, new ProblemList()).stream()
            .filter(sheet -> sheet.name().equals("Remarks"))
            .toList()
        : new String(content, StandardCharsets.UTF_8);
  }

  @Test
  void sheetThatIsNoTableComesFromTheSideThatChangedIt() throws IOException {
    RuleSetFiles ours = goodwill(sheet -> sheet.getRow(3).getCell(5).setCellValue(0.07));
    RuleSetFiles theirs = BASE.with(Map.of("promises.xlsx", EditedRules.remarked("their note")));
    RuleSetFiles otherNote = BASE.with(Map.of("promises.xlsx", EditedRules.remarked("our note")));

    RuleSetMerge merge = RuleSetMerge.of(BASE, ours, theirs, Map.of());

    assertThat(merge.conflicts()).isEmpty();
    assertThat(rows(merge.files())).isEqualTo(rows(ours));
    assertThat(
            RuleSetMerge.of(BASE, theirs, merge.files(), Map.of())
                .files()
                .all()
                .get("promises.xlsx"))
        .isEqualTo(merge.files().all().get("promises.xlsx"));
    assertThat(RuleSetMerge.of(BASE, otherNote, theirs, Map.of()).conflicts())
        .extracting(RuleSetMerge.Conflict::place)
        .containsExactly("promises.xlsx, Remarks");
  }

  @Test
  void textsAreMergedByLine() {
    RuleSetFiles ours =
        laws("then: {nextOrderDiscountPercent: 5}", "then: {nextOrderDiscountPercent: 7}");
    RuleSetFiles theirs = laws("\"[0..15]\"", "\"[0..20]\"");
    RuleSetFiles clashing =
        laws("then: {nextOrderDiscountPercent: 5}", "then: {nextOrderDiscountPercent: 8}");

    RuleSetMerge merge = RuleSetMerge.of(BASE, ours, theirs, Map.of());

    assertThat(merge.conflicts()).isEmpty();
    assertThat(text(merge.files()))
        .isEqualTo(
            text(BASE).replace("Percent: 5}", "Percent: 7}").replace("\"[0..15]\"", "\"[0..20]\""));
    RuleSetMerge.Conflict conflict =
        RuleSetMerge.of(BASE, ours, clashing, Map.of()).conflicts().get(0);
    assertThat(conflict.place()).startsWith("invariants.yaml:");
    assertThat(conflict.ours()).contains("7");
    assertThat(conflict.theirs()).contains("8");
    assertThat(conflict.base()).contains("5");
  }

  @Test
  void filesThatOneSideAddedOrRemovedFollow() {
    Map<String, byte[]> fewer = new TreeMap<>(BASE.all());
    fewer.remove("test-cases/article.yaml");
    RuleSetFiles ours = RuleSetFiles.of(fewer);
    RuleSetFiles theirs = BASE.with(Map.of("test-cases/new.yaml", new byte[] {'#'}));
    RuleSetFiles changed = BASE.with(Map.of("test-cases/article.yaml", new byte[] {'#'}));

    assertThat(RuleSetMerge.of(BASE, ours, theirs, Map.of()).files().all().keySet())
        .contains("test-cases/new.yaml")
        .doesNotContain("test-cases/article.yaml");
    assertThat(RuleSetMerge.of(BASE, ours, changed, Map.of()).conflicts())
        .extracting(RuleSetMerge.Conflict::place)
        .containsExactly("test-cases/article.yaml");
  }

  /** One side changes the first half of a list in any way, the other the second half. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void changesOfSeparatePartsAreBothTaken(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<Integer> first = numbers(random, 0);
      List<Integer> second = numbers(random, 1000);
      List<Integer> base = joined(first, second);
      List<Integer> changedFirst = changed(first, random, 10_000);
      List<Integer> changedSecond = changed(second, random, 20_000);
      List<Integer> ours = joined(changedFirst, second);
      List<Integer> theirs = joined(first, changedSecond);

      ThreeWay.Result<Integer> result =
          ThreeWay.of(base, ours, theirs, (clash, a, b, c) -> Optional.empty());

      assertThat(result.clashes()).isEmpty();
      assertThat(result.merged().stream().map(ThreeWay.Merged::element).toList())
          .isEqualTo(joined(changedFirst, changedSecond));
      result.merged().stream()
          .filter(one -> one.ours() >= 0 && one.element() < 20_000)
          .forEach(one -> assertThat(one.element()).isEqualTo(ours.get(one.ours())));
    }
  }

  @Test
  void changedLinesAreShownWithThoseAround() {
    TextChange change =
        TextChange.between(
            "a\nb\nc\nd\ne\nf\ng\n".getBytes(StandardCharsets.UTF_8),
            "a\nb\nc\nX\ne\nf\ng\nh\n".getBytes(StandardCharsets.UTF_8));

    assertThat(change.lines())
        .extracting(line -> line.kind() + " " + line.number() + " " + line.text())
        .containsExactly(
            "GAP 1 ",
            "SAME 2 b",
            "SAME 3 c",
            "REMOVED 4 d",
            "ADDED 4 X",
            "SAME 5 e",
            "SAME 6 f",
            "SAME 7 g",
            "ADDED 8 h");
    assertThat(TextChange.between(new byte[0], new byte[0]).lines()).isEmpty();
  }

  private static List<Integer> numbers(Random random, int from) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < random.nextInt(8); i++) {
      numbers.add(from + i);
    }
    return numbers;
  }

  /** With an element between that no side changes. */
  private static List<Integer> joined(List<Integer> first, List<Integer> second) {
    List<Integer> all = new ArrayList<>(first);
    all.add(500);
    all.addAll(second);
    return all;
  }

  private static List<Integer> changed(List<Integer> list, Random random, int fresh) {
    List<Integer> changed = new ArrayList<>(list);
    for (int i = 0; i < random.nextInt(4); i++) {
      int at = random.nextInt(changed.size() + 1);
      if (at == changed.size() || random.nextBoolean()) {
        changed.add(at, fresh + i);
      } else {
        changed.remove(at);
      }
    }
    return changed;
  }

  private static RuleSetFiles goodwill(Consumer<XSSFSheet> change) throws IOException {
    return BASE.with(
        Map.of(
            "promises.xlsx",
            EditedRules.edited(
                Path.of("rules/promises.xlsx"),
                workbook -> change.accept(workbook.getSheet("Goodwill")))));
  }

  private static RuleSetFiles laws(String before, String after) {
    return BASE.with(
        Map.of(
            "invariants.yaml", text(BASE).replace(before, after).getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(RuleSetFiles files) {
    return new String(
        Objects.requireNonNull(files.all().get("invariants.yaml")), StandardCharsets.UTF_8);
  }

  private static List<List<String>> rows(RuleSetFiles files) {
    return TableSheet.all(files.rules()).stream()
        .filter(grid -> grid.table().name().equals("goodwill"))
        .findFirst()
        .orElseThrow()
        .rows();
  }
}
