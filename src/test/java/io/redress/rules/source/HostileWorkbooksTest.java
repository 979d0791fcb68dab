package io.redress.rules.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.rules.source.ZipForms.Form;
import io.redress.rules.source.edit.EditRefusedException;
import io.redress.rules.table.TableSheet;
import io.redress.rules.table.TypedRow;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Workbooks damaged at random, and on purpose: each is read, or has problems; each is edited, or
 * the edit is refused. None ends in an exception of another kind, or takes long.
 */
class HostileWorkbooksTest {
  private static final int WORKBOOKS = 40;
  private static final Duration LONG = Duration.ofSeconds(20);

  private static final Pattern ATTRIBUTE = Pattern.compile("(?<= )[\\w:]+=(\"[^\"]*\"|'[^']*')");
  private static final Pattern ELEMENT = Pattern.compile("<(\\w+)(?: [^<>]*)?(?:/>|>[^<]*</\\1>)");
  private static final Pattern TEXT = Pattern.compile("(?<=>)[^<>]+(?=<)");

  private static final List<String> VALUES =
      List.of(
          "",
          " ",
          "0",
          "-1",
          "1",
          "99",
          "2147483648",
          "999999999999999999999",
          "1e400",
          "NaN",
          "A1",
          "A0",
          "XFE1",
          "A1048577",
          "1:1",
          "A:A",
          "A1:B2:C3",
          "$A$4",
          "#REF!",
          "true",
          "rId1",
          "rId999",
          "/",
          "../../../etc/passwd",
          "/xl/workbook.xml",
          "http://example.com/",
          "&#x1F600;",
          "\u202E",
          "%",
          "%zz",
          "((((",
          "'",
          "[$-",
          "General",
          "\\",
          "x".repeat(5_000));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void damagedWorkbooksAreReadOrRefused(long seed) throws Exception {
    List<byte[]> originals =
        List.of(
            Files.readAllBytes(Path.of("src", "test", "resources", "workbooks", "rich.xlsx")),
            Files.readAllBytes(Path.of("rules", "parts.xlsx")),
            EditRounds.of(Writer.EXCEL, seed).workbook(),
            EditRounds.of(Writer.POWER_BI, seed).workbook());
    Random random = new Random(seed);
    for (int i = 0; i < WORKBOOKS; i++) {
      byte[] original = originals.get(i % originals.size());
      Map<String, byte[]> parts = new LinkedHashMap<>(WorkbookReader.parts(original));
      int changes = 1 + random.nextInt(3);
      List<String> changed = new ArrayList<>();
      for (int change = 0; change < changes; change++) {
        changed.add(damage(parts, random));
      }
      byte[] workbook = ZipForms.write(Form.PLAIN, parts);
      Assertions.assertTimeout(
          LONG, () -> readAndEdited(workbook), () -> "seed " + seed + ", " + changed);
    }
  }

  /** Which of two parts a program would read is not certain, and texts would change places. */
  @ParameterizedTest
  @ValueSource(strings = {"sharedStrings", "styles"})
  void partsThatAreThereTwiceAreRefused(String kind) {
    byte[] workbook = EditRounds.of(Writer.EXCEL, 1).workbook();
    Map<String, byte[]> parts = new LinkedHashMap<>(WorkbookReader.parts(workbook));
    String rels = "xl/_rels/workbook.xml.rels";
    String xml = new String(parts.get(rels), StandardCharsets.UTF_8);
    String one =
        Pattern.compile("<Relationship [^>]*" + kind + "[^>]*>")
            .matcher(xml)
            .results()
            .findFirst()
            .orElseThrow()
            .group();
    String other = one.replaceFirst("Id=\"[^\"]*\"", "Id=\"other\"");
    parts.put(rels, xml.replace(one, one + other).getBytes(StandardCharsets.UTF_8));
    List<RuleProblem> problems = new ArrayList<>();

    WorkbookReader.read("a.xlsx", ZipForms.write(Form.PLAIN, parts), problems);

    assertThat(one).isNotEqualTo(other);
    assertThat(problems)
        .singleElement()
        .extracting(RuleProblem::code)
        .isEqualTo(ProblemCode.NOT_A_WORKBOOK);
  }

  private static void readAndEdited(byte[] workbook) {
    List<RuleProblem> problems = new ArrayList<>();
    WorkbookReader.readAll("a.xlsx", workbook, problems);
    for (TableSheet grid : TableSheet.all(Map.of("a.xlsx", workbook))) {
      List<TypedRow> typed = new ArrayList<>();
      grid.rows()
          .forEach(row -> typed.add(0, new TypedRow(TableSheet.FIRST_ROW + typed.size(), null)));
      typed.add(new TypedRow(0, grid.rows().get(0)));
      try {
        byte[] edited = grid.write(workbook, typed);
        assertThat(WorkbookReader.readAll("a.xlsx", edited, new ArrayList<>())).isNotEmpty();
      } catch (EditRefusedException refused) {
        assertThat(refused.problem().file()).isEqualTo("a.xlsx");
      }
    }
  }

  /** Damages a part; returns what was done. */
  private static String damage(Map<String, byte[]> parts, Random random) {
    List<String> names = new ArrayList<>(parts.keySet());
    String name = names.get(random.nextInt(names.size()));
    String xml = new String(parts.get(name), StandardCharsets.UTF_8);
    String value = VALUES.get(random.nextInt(VALUES.size()));
    int kind = random.nextInt(9);
    String damaged =
        switch (kind) {
          case 0 -> replaced(xml, ELEMENT, random, found -> "");
          case 1 -> replaced(xml, ELEMENT, random, found -> found.group() + found.group());
          case 2 -> replaced(xml, TEXT, random, found -> value.replaceAll("[<&]", ""));
          case 3 -> replaced(xml, ATTRIBUTE, random, found -> "");
          case 4 -> xml.substring(0, random.nextInt(xml.length() + 1));
          case 5 ->
              replaced(
                  xml,
                  ELEMENT,
                  random,
                  found -> "<deep>".repeat(20_000) + found.group() + "</deep>".repeat(20_000));
          default ->
              replaced(
                  xml,
                  ATTRIBUTE,
                  random,
                  found ->
                      found.group().substring(0, found.group().indexOf('=') + 1)
                          + '"'
                          + value
                          + '"');
        };
    parts.put(name, damaged.getBytes(StandardCharsets.UTF_8));
    return name + " by " + kind + " " + (value.length() > 50 ? "x..." : value);
  }

  private interface Replacing {
    String by(MatchResult found);
  }

  private static String replaced(String xml, Pattern pattern, Random random, Replacing change) {
    List<MatchResult> found = pattern.matcher(xml).results().toList();
    if (found.isEmpty()) {
      return xml;
    }
    MatchResult one = found.get(random.nextInt(found.size()));
    return xml.substring(0, one.start()) + change.by(one) + xml.substring(one.end());
  }
}
