package io.redress.rules.source;

import io.redress.check.admission.Admission;
import io.redress.check.gate.Gates;
import io.redress.check.invariant.Invariants;
import io.redress.check.kpi.Kpis;
import io.redress.check.testcase.TestCases;
import io.redress.check.verify.Finding;
import io.redress.check.verify.Verification;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * A block of a page in {@code docs/problems}, applied to the shipped rule set. Its lines are one of
 *
 * <ul>
 *   <li>{@code promises.xlsx, Goodwill!F4: 150}, a cell with what is typed into it, 150% in a
 *       percent cell; {@code =2+3} is a formula, {@code "5"} a number as text, {@code \u200B} a
 *       character
 *   <li>{@code promises.xlsx, Goodwill, row 15: REJECT | - | 5}, a row with its cells
 *   <li>{@code promises.xlsx, Goodwill, row 7: hidden}; likewise of a column, a sheet ({@code
 *       Goodwill: hidden}) and {@code Goodwill!A4:B4: merged}
 *   <li>{@code promises.xlsx, Goodwill!F4: 5 shown as "> "0}, a cell with its stored value and its
 *       format
 *   <li>{@code promises.xlsx, Goodwill, row 15: struck through} or {@code not struck through}
 *   <li>{@code calendar.xlsx: missing}
 *   <li>{@code letters/fr.txt} alone, then lines of that file up to the end of the block: all of
 *       it, or the excerpt that the other block of the page shows, too
 * </ul>
 */
final class PageExample {
  private static final Pattern STATE = Pattern.compile("(\\S+): (missing|present)");
  private static final Pattern CELL = Pattern.compile("(\\S+), ([^!,]+)!([A-Z]+\\d+):(?: (.*))?");
  private static final Pattern MERGE =
      Pattern.compile("(\\S+), ([^!,]+)!([A-Z]+\\d+:[A-Z]+\\d+): (merged|separate)");
  private static final Pattern ROW = Pattern.compile("(\\S+), ([^!,]+), row (\\d+):(?: (.*))?");
  private static final Pattern COLUMN =
      Pattern.compile("(\\S+), ([^!,]+), column ([A-Z]+): (hidden|visible)");
  private static final Pattern SHEET = Pattern.compile("(\\S+), ([^!,:]+): (hidden|visible)");
  private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9A-F]{4})");

  private static final Duration VERIFICATION = Duration.ofSeconds(20);

  private static final Map<String, byte[]> SHIPPED =
      RuleSetFiles.read(Path.of("rules"), Path.of("test-cases"), new ArrayList<>()).all();

  private static final Map<Part, List<String>> SHIPPED_PROBLEMS = new EnumMap<>(Part.class);

  private final Map<String, byte[]> files = new TreeMap<>(SHIPPED);

  private PageExample() {}

  /** The shipped rule set with a block in place of the other one of its page. */
  static RuleSetFiles files(String block, String other) {
    PageExample example = new PageExample();
    example.apply(unescaped(block).lines().toList(), unescaped(other).lines().toList());
    return RuleSetFiles.of(example.files);
  }

  /** The problems and findings of the shipped rule set in the part that a block is about. */
  static List<String> shipped(String code, String block) {
    return SHIPPED_PROBLEMS.computeIfAbsent(
        Part.of(code, block), part -> part.problems(RuleSetFiles.of(SHIPPED)));
  }

  /** The same after a change. */
  static List<String> problems(RuleSetFiles files, String code, String block) {
    return Part.of(code, block).problems(files);
  }

  /** What has to be examined to find a problem; the less, the faster. */
  private enum Part {
    ADMISSION {
      @Override
      List<String> problems(RuleSetFiles files) {
        return admitted(files);
      }
    },
    TABLES {
      @Override
      List<String> problems(RuleSetFiles files) {
        return verified(files);
      }
    },
    CASES {
      @Override
      List<String> problems(RuleSetFiles files) {
        List<RuleProblem> problems = new ArrayList<>();
        TestCases.read(files.testCases(), problems);
        return lines(problems);
      }
    },
    WARNINGS {
      @Override
      List<String> problems(RuleSetFiles files) {
        return RuleSet.read(files, new ArrayList<>()).stream()
            .flatMap(read -> read.warnings().stream())
            .map(warning -> Finding.of(warning, "").toString())
            .toList();
      }
    },
    LAWS {
      @Override
      List<String> problems(RuleSetFiles files) {
        List<RuleProblem> problems = new ArrayList<>();
        Invariants.read(files.rules(), problems);
        return lines(problems);
      }
    },
    GATES {
      @Override
      List<String> problems(RuleSetFiles files) {
        List<RuleProblem> problems = new ArrayList<>();
        Gates.read(files.rules(), problems);
        return lines(problems);
      }
    },
    KPIS {
      @Override
      List<String> problems(RuleSetFiles files) {
        List<RuleProblem> problems = new ArrayList<>();
        Kpis.read(files.rules(), problems);
        return lines(problems);
      }
    },
    RULES {
      @Override
      List<String> problems(RuleSetFiles files) {
        List<RuleProblem> problems = new ArrayList<>();
        RuleSet.read(files, problems);
        return lines(problems);
      }
    };

    abstract List<String> problems(RuleSetFiles files);

    static Part of(String code, String block) {
      return switch (code) {
        case "CASE_FAILED", "LAW_BROKEN", "RULES_ENDLESS", "UNTESTED" -> ADMISSION;
        case "OVERLAP", "UNREACHABLE", "DUPLICATE", "GAP", "ALWAYS_TRUE" -> TABLES;
        case "FORMAT_MISLEADS", "STRUCK_OUT", "UNKNOWN_CODE" -> WARNINGS;
        default ->
            block.startsWith(RuleSetFiles.TEST_CASES)
                ? CASES
                : block.startsWith(RuleSetFiles.INVARIANTS)
                    ? LAWS
                    : block.startsWith(RuleSetFiles.GATES)
                        ? GATES
                        : block.startsWith(RuleSetFiles.KPIS) ? KPIS : RULES;
      };
    }
  }

  private static List<String> admitted(RuleSetFiles files) {
    Admission admission = Admission.of(files, List.of());
    List<String> all = new ArrayList<>(admission.findings());
    all.addAll(admission.activationBlockers());
    return all;
  }

  private static List<String> verified(RuleSetFiles files) {
    return RuleSet.read(files, new ArrayList<>()).stream()
        .flatMap(read -> Verification.of(read.tables().all(), VERIFICATION).stream())
        .map(Finding::toString)
        .toList();
  }

  private static List<String> lines(List<RuleProblem> problems) {
    return problems.stream().map(RuleProblem::toString).toList();
  }

  private void apply(List<String> lines, List<String> other) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (isFile(line)) {
        List<String> replaced = other.get(i).equals(line) ? rest(other, i) : List.of();
        content(line, rest(lines, i), replaced);
        return;
      }
      if (!stated(line) && !inSheet(line)) {
        throw new IllegalArgumentException("an example cannot say: " + line);
      }
    }
  }

  private static boolean isFile(String line) {
    return line.matches("[^\\s:,]+[.]\\w+");
  }

  private static List<String> rest(List<String> lines, int from) {
    return lines.subList(from + 1, lines.size());
  }

  /** An excerpt takes the place of the one that the shipped file has; else it is the whole file. */
  private void content(String file, List<String> lines, List<String> replaced) {
    if (lines.isEmpty()) {
      files.putIfAbsent(file, new byte[0]);
      return;
    }
    String shipped = new String(files.getOrDefault(file, new byte[0]), StandardCharsets.UTF_8);
    String excerpt = String.join("\n", lines) + "\n";
    String instead = String.join("\n", replaced) + "\n";
    boolean replaces =
        shipped.contains(instead) && (!shipped.contains(excerpt) || instead.contains(excerpt));
    String written = shipped.contains(excerpt) ? shipped : excerpt;
    if (!replaced.isEmpty() && replaces) {
      written = shipped.replace(instead, excerpt);
    }
    files.put(file, written.getBytes(StandardCharsets.UTF_8));
  }

  private boolean stated(String line) {
    Matcher state = STATE.matcher(line);
    if (!state.matches()) {
      return false;
    }
    if (state.group(2).equals("missing")) {
      String name = state.group(1);
      files.keySet().removeIf(file -> file.equals(name) || file.startsWith(name + "/"));
    }
    return true;
  }

  private boolean inSheet(String line) {
    Matcher merge = MERGE.matcher(line);
    if (merge.matches()) {
      if (merge.group(4).equals("merged")) {
        edit(merge, sheet -> sheet.addMergedRegion(CellRangeAddress.valueOf(merge.group(3))));
      }
      return true;
    }
    Matcher cell = CELL.matcher(line);
    if (cell.matches()) {
      CellReference at = new CellReference(cell.group(3));
      edit(cell, sheet -> write(row(sheet, at.getRow()), at.getCol(), value(cell.group(4))));
      return true;
    }
    Matcher row = ROW.matcher(line);
    if (row.matches()) {
      int number = Integer.parseInt(row.group(3)) - 1;
      edit(row, sheet -> row(row(sheet, number), value(row.group(4))));
      return true;
    }
    Matcher column = COLUMN.matcher(line);
    if (column.matches()) {
      int number = CellReference.convertColStringToIndex(column.group(3));
      edit(column, sheet -> sheet.setColumnHidden(number, column.group(4).equals("hidden")));
      return true;
    }
    Matcher whole = SHEET.matcher(line);
    if (whole.matches()) {
      edit(
          whole,
          sheet -> {
            XSSFWorkbook workbook = sheet.getWorkbook();
            workbook.setSheetHidden(workbook.getSheetIndex(sheet), whole.group(3).equals("hidden"));
          });
      return true;
    }
    return false;
  }

  private static String value(@Nullable String written) {
    return written == null ? "" : written.strip();
  }

  private static XSSFRow row(XSSFSheet sheet, int number) {
    XSSFRow row = sheet.getRow(number);
    return row == null ? sheet.createRow(number) : row;
  }

  private static void row(XSSFRow row, String value) {
    if (value.equals("hidden") || value.equals("visible")) {
      row.setZeroHeight(value.equals("hidden"));
      return;
    }
    if (value.endsWith("struck through")) {
      row.forEach(cell -> strike((XSSFCell) cell, !value.startsWith("not")));
      return;
    }
    for (int column = row.getLastCellNum() - 1; column >= 0; column--) {
      write(row, column, "");
    }
    String[] values = value.split("[|]", -1);
    for (int column = 0; column < values.length; column++) {
      write(row, column, values[column].strip());
    }
  }

  private static void strike(XSSFCell cell, boolean struck) {
    XSSFWorkbook workbook = cell.getSheet().getWorkbook();
    var font = workbook.createFont();
    font.setStrikeout(struck);
    restyle(cell).setFont(font);
  }

  private static XSSFCellStyle restyle(XSSFCell cell) {
    XSSFCellStyle style = cell.getSheet().getWorkbook().createCellStyle();
    style.cloneStyleFrom(cell.getCellStyle());
    cell.setCellStyle(style);
    return style;
  }

  private static void write(XSSFRow row, int column, String value) {
    XSSFCell cell = row.getCell(column);
    if (cell == null) {
      cell = row.createCell(column);
    }
    String[] shown = value.split(" shown as ", 2);
    if (shown.length == 2) {
      cell.setCellValue(Double.parseDouble(shown[0]));
      short format = cell.getSheet().getWorkbook().createDataFormat().getFormat(shown[1]);
      restyle(cell).setDataFormat(format);
    } else if (value.isEmpty()) {
      cell.setBlank();
    } else if (value.startsWith("=")) {
      cell.setCellFormula(value.substring(1));
    } else if (value.startsWith("#")) {
      cell.setCellErrorValue(FormulaError.forString(value));
    } else if (value.startsWith("\"")) {
      cell.setCellValue(value.substring(1, value.length() - 1));
    } else if (value.matches("-?\\d+([.]\\d+)?")) {
      boolean percent = cell.getCellStyle().getDataFormatString().endsWith("%");
      cell.setCellValue(Double.parseDouble(value) / (percent ? 100 : 1));
    } else if (value.matches("\\d{4}-\\d\\d-\\d\\d")) {
      day(cell).setCellValue(LocalDate.parse(value));
    } else if (value.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d")) {
      day(cell).setCellValue(LocalDateTime.parse(value.replace(' ', 'T')));
    } else {
      cell.setCellValue(value);
    }
  }

  private static XSSFCell day(XSSFCell cell) {
    XSSFWorkbook workbook = cell.getSheet().getWorkbook();
    var style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
    cell.setCellStyle(style);
    return cell;
  }

  private void edit(Matcher line, Consumer<XSSFSheet> change) {
    byte[] shipped = files.get(line.group(1));
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(shipped));
        var bytes = new ByteArrayOutputStream()) {
      change.accept(workbook.getSheet(line.group(2)));
      workbook.write(bytes);
      files.put(line.group(1), bytes.toByteArray());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static String unescaped(String block) {
    return ESCAPED
        .matcher(block)
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    Character.toString((char) Integer.parseInt(escape.group(1), 16))));
  }
}
