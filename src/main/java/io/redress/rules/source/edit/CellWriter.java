package io.redress.rules.source.edit;

import io.redress.rules.source.DayNumber;
import io.redress.rules.source.edit.SheetXml.CellXml;
import io.redress.rules.source.edit.SheetXml.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Writes values into cells. Styles change only where a value would not display correctly. */
final class CellWriter {
  /** Characters that begin a formula when typed into a spreadsheet program. */
  private static final String FORMULA_SIGNS = "=+-@";

  /** Workbooks encode characters as _xHHHH_; literal text of that form must be escaped. */
  private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private final SheetXml sheet;
  private final CellStyles styles;
  private final boolean date1904;

  /**
   * @param date1904 whether the workbook counts days from 1904
   */
  CellWriter(SheetXml sheet, CellStyles styles, boolean date1904) {
    this.sheet = sheet;
    this.styles = styles;
    this.date1904 = date1904;
  }

  void write(Row row, int column, EditedCell edited) {
    List<CellXml> cells = row.cells;
    int at = 0;
    while (at < cells.size() && cells.get(at).column() < column) {
      at++;
    }
    boolean exists = at < cells.size() && cells.get(at).column() == column;
    if (exists) {
      cells.set(at, cell(column, cells.get(at).style(), edited));
    } else if (edited.value() != null) {
      cells.add(at, cell(column, defaultStyle(row, column), edited));
    }
  }

  private CellXml cell(int column, @Nullable String style, EditedCell edited) {
    Object value = edited.value();
    if (value == null) {
      return CellXml.blank(column, style);
    }
    if (value instanceof BigDecimal number) {
      return number(column, style, number, edited.percentage());
    }
    if (value instanceof Boolean flag) {
      return valued(column, style, "b", flag ? "1" : "0");
    }
    if (value instanceof LocalDate day) {
      String shown = styles.showsDays(style) ? style : styles.forDays(style);
      return valued(column, shown, null, Long.toString(DayNumber.of(day, date1904)));
    }
    return text(column, style, value.toString());
  }

  private CellXml number(
      int column, @Nullable String style, BigDecimal number, boolean percentage) {
    String shown = styles.showsDays(style) ? styles.forNumbers(style) : style;
    boolean below1 = number.signum() != 0 && number.abs().compareTo(BigDecimal.ONE) < 0;
    if (percentage && below1 && !styles.showsPercentages(shown)) {
      // Half a percent, which could be read as 50%, has to be shown with its sign.
      shown = styles.forPercentages(shown);
    }
    boolean stored100th = percentage && styles.showsPercentages(shown);
    BigDecimal stored = stored100th ? number.movePointLeft(2) : number;
    if (!styles.showsExactly(shown, stored)) {
      shown = stored100th ? styles.forPercentages(shown) : styles.forNumbers(shown);
    }
    return valued(column, shown, null, plain(stored));
  }

  private CellXml text(int column, @Nullable String style, String text) {
    boolean likeFormula = text.length() > 1 && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0;
    StringBuilder content = new StringBuilder();
    content.append('<').append(sheet.prefix()).append("is><");
    content.append(sheet.prefix()).append("t xml:space=\"preserve\">");
    SheetXmlWriter.text(ESCAPE.matcher(text).replaceAll("_x005F_"), content);
    content.append("</").append(sheet.prefix()).append("t></");
    content.append(sheet.prefix()).append("is>");
    return new CellXml(
        column,
        likeFormula ? styles.forText(style) : style,
        "inlineStr",
        "",
        null,
        content.toString(),
        true);
  }

  private CellXml valued(int column, @Nullable String style, @Nullable String type, String value) {
    String content = "<" + sheet.prefix() + "v>" + value + "</" + sheet.prefix() + "v>";
    return new CellXml(column, style, type, "", null, content, true);
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** Returns the style of a new cell: that of its row, else of its column. */
  private @Nullable String defaultStyle(Row row, int column) {
    if (row.style != null) {
      return row.style;
    }
    Element columns = Dom.child(sheet.frame(), "cols");
    if (columns != null) {
      for (Element one : Dom.children(columns, "col")) {
        boolean covers =
            Integer.parseInt(one.getAttribute("min").trim()) <= column + 1
                && Integer.parseInt(one.getAttribute("max").trim()) > column;
        if (covers && one.hasAttribute("style")) {
          return one.getAttribute("style");
        }
      }
    }
    return null;
  }
}
