package io.redress.rules.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.rules.source.ZipForms.Form;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every cell is read as a second reader reads it, which shares no code with the first, and as it
 * was meant.
 */
class IndependentReadingTest {
  private static final int WORKBOOKS = 50;
  private static final List<String> WORDS =
      List.of(
          "LOST", ">= 5, <= 10", "a & b", "\u4E2D\u6587", "x < y", "- ", "_x0041_", "\uD83D\uDE00");

  static Stream<Path> shipped() throws Exception {
    try (Stream<Path> rules = Files.list(Path.of("rules"));
        Stream<Path> cases = Files.list(Path.of("test-cases"))) {
      return Stream.concat(rules, cases)
          .filter(file -> file.toString().endsWith(".xlsx"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void shippedWorkbooks(Path file) throws Exception {
    byte[] workbook = Files.readAllBytes(file);

    Map<String, Map<String, Object>> read = read(workbook);

    assertThat(read).isNotEmpty().isEqualTo(IndependentReader.read(workbook));
  }

  /** Two hundred of them, each with another mixture of what programs write. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void generatedWorkbooks(long seed) throws Exception {
    for (int i = 0; i < WORKBOOKS; i++) {
      Generated generated = new Generated(new Random(1_000 * seed + i));
      byte[] workbook = generated.bytes();

      Map<String, Object> read = read(workbook).get("Table");

      assertThat(read).as("workbook %s of seed %s", i, seed).isEqualTo(generated.meant);
      assertThat(read).isEqualTo(IndependentReader.read(workbook).get("Table"));
    }
  }

  /** All cells as the reader of code sees them, since it skips no sheet. */
  private static Map<String, Map<String, Object>> read(byte[] workbook) {
    List<RuleProblem> problems = new ArrayList<>();
    Map<String, Map<String, Object>> sheets = new LinkedHashMap<>();
    for (Sheet sheet : WorkbookReader.readAll("a.xlsx", workbook, problems)) {
      Map<String, Object> cells = new TreeMap<>();
      sheet.rows().stream()
          .flatMap(List::stream)
          .forEach(cell -> cells.put(cell.address(), value(cell)));
      sheets.put(sheet.name(), cells);
    }
    assertThat(problems).isEmpty();
    return sheets;
  }

  private static Object value(Cell cell) {
    if (cell.value() instanceof BigDecimal number) {
      return (cell.percent() ? number.movePointRight(2) : number).stripTrailingZeros();
    }
    return cell.value();
  }

  /** A table whose cells are written in ways chosen at random. */
  private static final class Generated {
    private final Map<String, Object> meant = new TreeMap<>();
    private final Random random;
    private final RawWorkbook workbook;
    private final boolean from1904;
    private final List<Integer> dates = new ArrayList<>();
    private final List<Integer> percents = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();

    Generated(Random random) {
      this.random = random;
      this.workbook = new RawWorkbook();
      this.from1904 = random.nextInt(4) == 0;
      for (String format :
          List.of(
              "yyyy-mm-dd",
              "[$-FC19]dd\\ mmmm\\ yyyy\\ \\\u0433\\.;@",
              "yyyy\"\u5E74\"m\"\u6708\"d\"\u65E5\"",
              "[$-40C]dddd d mmmm yyyy",
              "d\\.\\ mmmm\\ yyyy")) {
        dates.add(workbook.style(format));
      }
      for (int id : new int[] {14, 15, 22, 27, 31, 36, 50, 57, 58}) {
        dates.add(workbook.style(id));
      }
      for (String format : List.of("0%", "0.00%", "0\\ %", "[Red]0.0%;[Blue]-0.0%")) {
        percents.add(workbook.style(format));
      }
      for (String format :
          List.of(
              "0\"%\"",
              "0\\%", "0.0_%;(0.0)_%", "0*%", "General", "#,##0.00", "[$-407]0.00", "\"d\"0")) {
        numbers.add(workbook.style(format));
      }
      numbers.add(0);
    }

    byte[] bytes() {
      StringBuilder rows = new StringBuilder();
      for (int row = 1; row <= 12; row++) {
        if (random.nextInt(5) == 0) {
          rows.append(blankRow(row));
        } else {
          rows.append(row(row));
        }
      }
      workbook.sheet("Table", "<sheetData>" + rows + "</sheetData>");
      if (from1904) {
        workbook.countedFrom1904();
      }
      if (random.nextInt(3) == 0) {
        workbook.strict();
      }
      if (random.nextInt(3) == 0) {
        workbook.prefixed();
      }
      return workbook.bytes(pick(Form.DESCRIPTOR, Form.STORED_DESCRIPTOR, Form.ZIP64, Form.STORED));
    }

    private String blankRow(int row) {
      return pick(
          "<row r='" + row + "' s='1' customFormat='1'/>",
          "<row r='" + row + "'><c r='A" + row + "' s='2'/><c r='B" + row + "' s='2'></c></row>",
          "<row r=\"" + row + "\" x='a>b'/>");
    }

    private String row(int row) {
      StringBuilder cells = new StringBuilder();
      int counted = -1;
      for (int column = 0; column < 8; column++) {
        String address = Cell.address(column, row);
        String place = counted == column - 1 && random.nextBoolean() ? "" : " r='" + address + "'";
        if (random.nextInt(4) == 0) {
          if (random.nextBoolean()) {
            cells.append(blank(place));
            counted = column;
          }
          continue;
        }
        counted = column;
        cells.append("<c").append(place).append(cell(address)).append("</c>");
      }
      return "<row r='" + pick("", " ") + row + "'>" + cells + "</row>";
    }

    private String blank(String place) {
      return "<c"
          + place
          + pick(
              "/>",
              " s='1'/>",
              " t='n'><v/></c>",
              " t='inlineStr'><is/></c>",
              " t='s'><v></v></c>",
              " t='b'><v> </v></c>",
              " t='str'><v/></c>");
    }

    private String cell(String address) {
      return switch (random.nextInt(5)) {
        case 0 -> truth(address);
        case 1 -> number(address);
        case 2 -> day(address);
        default -> text(address);
      };
    }

    private String truth(String address) {
      boolean yes = random.nextBoolean();
      meant.put(address, yes);
      return yes
          ? pick(
              " t='b'><v>1</v>",
              " t='b'><v>true</v>",
              " t='b'><v> true\n</v>",
              " t='b'><f aca='false'>TRUE()</f><v>1</v>")
          : pick(
              " t='b'><v>0</v>",
              " t='b'><v>false</v>",
              " t='b'><v>\t0</v>",
              " t='b'><f>FALSE()</f><v>0</v>");
    }

    private String number(String address) {
      BigDecimal number =
          new BigDecimal(random.nextInt(2_000) - 500).movePointLeft(random.nextInt(3));
      boolean percent = random.nextBoolean();
      int style = pick(percent ? percents : numbers);
      meant.put(address, (percent ? number.movePointRight(2) : number).stripTrailingZeros());
      String written =
          pick(
              number.toPlainString(),
              number.toString(),
              " " + number + " ",
              number.doubleValue() + "",
              number.unscaledValue() + "E" + -number.scale(),
              "<![CDATA[" + number + "]]>");
      return pick("", " t='n'") + " s='" + pick("", " ") + style + "'><v>" + written + "</v>";
    }

    private String day(String address) {
      LocalDate day = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(6_000));
      meant.put(address, day);
      if (random.nextInt(3) == 0) {
        return " t='d'><v>" + day + pick("", "T00:00:00", "T00:00:00Z", "T00:00:00.000") + "</v>";
      }
      LocalDate first = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
      long serial = ChronoUnit.DAYS.between(first, day);
      return " s='" + pick(dates) + "'><v>" + serial + pick("", ".0", "\n") + "</v>";
    }

    private String text(String address) {
      String text = WORDS.get(random.nextInt(WORDS.size()));
      String shown = text.equals("_x0041_") ? "A" : text.trim();
      String xml = RawWorkbook.escaped(text);
      meant.put(address, shown);
      int half = Math.min(1, xml.length() - 1);
      boolean whole =
          xml.contains("&") || xml.contains("_x") || Character.isSurrogate(xml.charAt(0));
      String runs =
          whole
              ? "<r><t>" + xml + "</t></r>"
              : "<r><rPr><b/></rPr><t xml:space='preserve'>"
                  + xml.substring(0, half)
                  + "</t></r><r><t xml:space='preserve'>"
                  + xml.substring(half)
                  + "</t></r>";
      String content =
          pick(
              "<t>" + xml + "</t>",
              "<t xml:space='preserve'> " + xml + " </t>",
              runs,
              "<t>" + xml + "</t><rPh sb='0' eb='1'><t>aid</t></rPh><phoneticPr fontId='1'/>",
              "<t>\n  " + xml + "\n</t>");
      return switch (random.nextInt(3)) {
        case 0 -> " t='inlineStr'><is>" + content + "</is>";
        case 1 -> " t='str'><v>" + xml + "</v>";
        default ->
            " t='s'><v>" + pick("", "0", " ") + workbook.shared(content) + pick("", "\n") + "</v>";
      };
    }

    @SafeVarargs
    private <T> T pick(T... choices) {
      return choices[random.nextInt(choices.length)];
    }

    private <T> T pick(List<T> choices) {
      return choices.get(random.nextInt(choices.size()));
    }
  }
}
