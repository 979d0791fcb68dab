package io.redress.rules.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * A worksheet as its XML has it. Rows and cells in which nothing is are not kept, however many of
 * them have a format.
 */
final class StoredSheet {
  static final int MAX_ROW = 1_048_576;
  private static final int MAX_COLUMN = 16_384;
  private static final Pattern ADDRESS = Pattern.compile("\\$?([A-Za-z]{1,3})\\$?([0-9]{1,7})");

  /** What a kept cell takes beside its text. */
  private static final int CELL_WEIGHT = 40;

  /** Heights in points and widths in characters below this cannot be seen. */
  private static final double LEAST_SIZE = 0.1;

  private final TreeMap<Integer, StoredRow> rows = new TreeMap<>();
  private final List<Region> merged = new ArrayList<>();
  private final List<Columns> hiddenColumns = new ArrayList<>();
  private final BitSet sizedColumns = new BitSet();
  private final BitSet seen = new BitSet();
  private final Map<String, String> sharedFormulas = new HashMap<>();
  private final Weight weight;
  private boolean rowsHiddenByDefault;
  private boolean columnsHiddenByDefault;
  private @Nullable String doubled;

  /**
   * A row in which something is.
   *
   * @param number from 1
   * @param cells by column, those that are blank left out
   */
  record StoredRow(int number, boolean hidden, TreeMap<Integer, StoredCell> cells) {}

  /** A block of cells; rows from 1, columns from 0, all included. */
  record Region(String text, int top, int left, int bottom, int right) {}

  /** Takes the size of what is kept. */
  @FunctionalInterface
  interface Weight {
    void add(int bytes) throws IOException;
  }

  private record Columns(int first, int last) {}

  private StoredSheet(Weight weight) {
    this.weight = weight;
  }

  /**
   * Reads a worksheet.
   *
   * @param weight takes the size of each cell that is kept
   * @throws XMLStreamException when it is no worksheet, or not well-formed
   */
  static StoredSheet read(InputStream part, Weight weight) throws XMLStreamException, IOException {
    StoredSheet sheet = new StoredSheet(weight);
    try (Xml xml = Xml.of(new BlankRows(part, sheet::see))) {
      sheet.read(xml);
    }
    return sheet;
  }

  private void read(Xml xml) throws XMLStreamException, IOException {
    if (!xml.nextChild() || !xml.is("worksheet")) {
      throw new XMLStreamException("no worksheet");
    }
    while (xml.nextChild()) {
      part(xml);
    }
    xml.end();
  }

  private void see(int row) {
    if (seen.get(row) && doubled == null) {
      doubled = "the sheet holds a row twice.";
    }
    seen.set(row);
  }

  /** Rows in which something is, by number. */
  TreeMap<Integer, StoredRow> rows() {
    return rows;
  }

  @Nullable StoredCell cell(int row, int column) {
    StoredRow found = rows.get(row);
    return found == null ? null : found.cells.get(column);
  }

  List<Region> merged() {
    return merged;
  }

  boolean hidesColumn(int column) {
    return hiddenColumns.stream()
            .anyMatch(columns -> columns.first <= column && column <= columns.last)
        || columnsHiddenByDefault && !sizedColumns.get(column);
  }

  /** What stands twice at a place, such as {@code the row holds a cell twice}; null for nothing. */
  @Nullable String doubled() {
    return doubled;
  }

  private void part(Xml xml) throws XMLStreamException, IOException {
    if (xml.is("sheetData")) {
      rows(xml);
    } else if (xml.is("sheetFormatPr")) {
      rowsHiddenByDefault = xml.flag("zeroHeight");
      columnsHiddenByDefault = xml.decimal("defaultColWidth", 1) < LEAST_SIZE;
      xml.skip();
    } else if (xml.is("cols")) {
      while (xml.nextChild()) {
        int first = xml.number("min", 1) - 1;
        int last = Math.min(MAX_COLUMN, xml.number("max", first + 1)) - 1;
        if (first <= last && first >= 0) {
          sizedColumns.set(first, last + 1);
        }
        if (xml.flag("hidden") || xml.decimal("width", 1) < LEAST_SIZE) {
          hiddenColumns.add(new Columns(first, last));
        }
        xml.skip();
      }
    } else if (xml.is("mergeCells")) {
      while (xml.nextChild()) {
        merged.add(region(xml.attribute("ref")));
        xml.skip();
      }
    } else {
      xml.skip();
    }
  }

  private static Region region(@Nullable String reference) throws XMLStreamException {
    String[] ends = String.valueOf(reference).split(":", -1);
    int[] from = address(ends[0]);
    int[] to = address(ends[ends.length - 1]);
    return new Region(
        String.valueOf(reference),
        Math.min(from[0], to[0]),
        Math.min(from[1], to[1]),
        Math.max(from[0], to[0]),
        Math.max(from[1], to[1]));
  }

  private void rows(Xml xml) throws XMLStreamException, IOException {
    int last = 0;
    while (xml.nextChild()) {
      if (!xml.is("row")) {
        throw new XMLStreamException("no row: " + xml.name());
      }
      last = xml.number("r", last + 1);
      if (last < 1 || last > MAX_ROW) {
        throw new XMLStreamException("no row " + last);
      }
      row(xml, last);
    }
  }

  private void row(Xml xml, int number) throws XMLStreamException, IOException {
    double height = xml.decimal("ht", -1);
    boolean hidden =
        xml.flag("hidden")
            || height >= 0 && height < LEAST_SIZE
            || rowsHiddenByDefault && height < 0;
    see(number);
    TreeMap<Integer, StoredCell> cells = new TreeMap<>();
    BitSet columns = new BitSet();
    int column = -1;
    while (xml.nextChild()) {
      if (xml.is("c")) {
        column = column(xml, number, column);
        if (columns.get(column) && doubled == null) {
          doubled = "the row holds a cell twice.";
        }
        columns.set(column);
        StoredCell cell = cell(xml, number, column);
        if (!cell.isBlank()) {
          cells.put(column, cell);
        }
      } else if (xml.is("extLst")) {
        xml.skip();
      } else {
        throw new XMLStreamException("no cell: " + xml.name());
      }
    }
    if (!cells.isEmpty()) {
      rows.put(number, new StoredRow(number, hidden, cells));
    }
  }

  private static int column(Xml xml, int row, int before) throws XMLStreamException {
    String address = xml.attribute("r");
    if (address == null) {
      return before + 1;
    }
    int[] place = address(address);
    if (place[0] != row) {
      throw new XMLStreamException("the cell " + address + " is in row " + row);
    }
    return place[1];
  }

  /** Returns the row, from 1, and the column, from 0. */
  private static int[] address(String text) throws XMLStreamException {
    Matcher address = ADDRESS.matcher(text.strip());
    if (!address.matches()) {
      throw new XMLStreamException("no address: " + text);
    }
    int column = Cell.column(address.group(1));
    int row = Integer.parseInt(address.group(2));
    if (row < 1 || row > MAX_ROW || column >= MAX_COLUMN) {
      throw new XMLStreamException("no address: " + text);
    }
    return new int[] {row, column};
  }

  private StoredCell cell(Xml xml, int row, int column) throws XMLStreamException, IOException {
    String type = xml.attribute("t");
    int style = xml.number("s", 0);
    String value = null;
    String formula = null;
    StoredText text = null;
    while (xml.nextChild()) {
      if (xml.is("v")) {
        value = xml.text();
      } else if (xml.is("is")) {
        text = StoredText.read(xml);
      } else if (xml.is("f")) {
        formula = formula(xml);
      } else if (xml.is("extLst")) {
        xml.skip();
      } else {
        throw new XMLStreamException("no part of a cell: " + xml.name());
      }
    }
    int length = value == null ? 0 : value.length();
    length += text == null ? 0 : text.content().length();
    StoredCell cell =
        new StoredCell(row, column, type == null ? "n" : type, value, text, formula, style);
    if (!cell.isBlank()) {
      weight.add(CELL_WEIGHT + 2 * length);
    }
    return cell;
  }

  /** Cells that share a formula have its text in the first of them only. */
  private String formula(Xml xml) throws XMLStreamException {
    String shared = "shared".equals(xml.attribute("t")) ? xml.attribute("si") : null;
    String text = xml.text().strip();
    if (shared == null) {
      return text;
    }
    if (text.isEmpty()) {
      return sharedFormulas.getOrDefault(shared, "");
    }
    sharedFormulas.put(shared, text);
    return text;
  }
}
