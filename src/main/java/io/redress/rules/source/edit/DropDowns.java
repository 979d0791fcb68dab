package io.redress.rules.source.edit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static javax.xml.XMLConstants.XMLNS_ATTRIBUTE_NS_URI;

import io.redress.rules.source.Cell;
import io.redress.rules.source.Sheet;
import io.redress.rules.source.SheetMarker;
import io.redress.rules.source.WorkbookReader;
import io.redress.rules.source.edit.SheetXml.CellXml;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Gives the columns of a workbook drop-down lists. The values are in a sheet of their own, under
 * names of their own, and are written again when they change. Lists that people made stay as they
 * are.
 */
public final class DropDowns {
  /** What the names of lists for conditions begin with. */
  public static final String CONDITIONS = "list_";

  /** What the names of lists for outcomes begin with. */
  public static final String ANSWERS = "answers_";

  private static final String LISTS = "Lists";
  private static final String VALIDATIONS = "dataValidations";
  private static final String VALIDATION = "dataValidation";
  private static final String AREAS = "sqref";
  private static final String COUNT = "count";
  private static final String NAMES = "definedNames";
  private static final String NAME = "name";
  private static final String EMPTY =
      "<worksheet xmlns=\"%s\"><dimension ref=\"A1\"/><sheetData/></worksheet>";

  /** Rows may be added down to this one before a list ends. */
  private static final int LAST_ROW = 1001;

  private static final int FIRST_ROW = Sheet.NAMES_ROW + 1;

  /** Such as {@code Lists!$A$2:$A$26}. */
  private static final Pattern RANGE =
      Pattern.compile("'?([^'!]+)'?!\\$([A-Z]{1,3})\\$2:\\$\\2\\$(\\d{1,7})");

  private static final Pattern COLUMNS = Pattern.compile("\\$?([A-Z]{1,3}):\\$?([A-Z]{1,3})");

  /** Parts of a worksheet that come behind its validations. */
  private static final Set<String> BEHIND_VALIDATIONS =
      Set.of(
          "hyperlinks",
          "printOptions",
          "pageMargins",
          "pageSetup",
          "headerFooter",
          "rowBreaks",
          "colBreaks",
          "customProperties",
          "cellWatches",
          "ignoredErrors",
          "smartTags",
          "drawing",
          "legacyDrawing",
          "legacyDrawingHF",
          "drawingHF",
          "picture",
          "oleObjects",
          "controls",
          "webPublishItems",
          "tableParts",
          "extLst");

  /** Parts of a workbook that come before its names. */
  private static final Set<String> BEFORE_NAMES =
      Set.of("sheets", "functionGroups", "externalReferences");

  private final PackageParts parts;
  private final Map<String, String> partOf;
  private final Map<String, Sheet> read;

  private DropDowns(byte[] workbook, List<Sheet> sheets) {
    this.parts = new PackageParts(workbook);
    this.partOf = parts.sheets();
    this.read =
        sheets.stream().collect(Collectors.toMap(Sheet::name, sheet -> sheet, (one, other) -> one));
  }

  /**
   * The list of a column.
   *
   * @param sheet the sheet that the column is in
   * @param column from 0
   * @param name of the list; columns with the same values share it
   * @param values in the order in which they are offered
   */
  public record DropDown(String sheet, int column, String name, List<String> values) {
    public DropDown {
      values = List.copyOf(values);
    }
  }

  /**
   * Returns the workbook with lists at these columns, from row 4 on; the same array when it has
   * them all, or when they cannot be added without changing what is read from its data sheets.
   *
   * @param workbook one that was read without problems
   */
  public static byte[] of(byte[] workbook, List<DropDown> wanted) {
    List<Sheet> before = WorkbookReader.readAll("", workbook, new ArrayList<>());
    try {
      DropDowns lists = new DropDowns(workbook, before);
      if (!lists.add(wanted)) {
        return workbook;
      }
      byte[] changed = lists.parts.bytes();
      List<Sheet> after = WorkbookReader.readAll("", changed, new ArrayList<>());
      return data(before).equals(data(after)) ? changed : workbook;
    } catch (IllegalArgumentException broken) {
      return workbook;
    }
  }

  private static List<Sheet> data(List<Sheet> sheets) {
    return sheets.stream().filter(DropDowns::isData).toList();
  }

  private static boolean isData(Sheet sheet) {
    for (SheetMarker marker : SheetMarker.values()) {
      if (sheet.holds(marker)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether anything changes. */
  private boolean add(List<DropDown> wanted) {
    Map<String, List<DropDown>> bySheet =
        wanted.stream()
            .filter(one -> partOf.containsKey(one.sheet))
            .collect(
                Collectors.groupingBy(DropDown::sheet, LinkedHashMap::new, Collectors.toList()));
    boolean changed = false;
    Map<String, List<String>> used = new LinkedHashMap<>();
    for (Map.Entry<String, List<DropDown>> one : bySheet.entrySet()) {
      String part = Objects.requireNonNull(partOf.get(one.getKey()));
      SheetXml sheet = SheetXml.read(parts.content(part));
      boolean added = false;
      for (DropDown list : one.getValue()) {
        List<Element> present = covering(sheet.frame(), list.column);
        if (present.isEmpty()) {
          validate(sheet, list);
          added = true;
        }
        if (present.isEmpty() || present.stream().anyMatch(found -> refersTo(found, list.name))) {
          used.put(list.name, list.values);
        }
      }
      if (added) {
        parts.replace(part, sheet.bytes());
        changed = true;
      }
    }
    return values(used) || changed;
  }

  /** The validations of any cell of the column below the names of columns. */
  private static List<Element> covering(Element frame, int column) {
    List<Element> found = new ArrayList<>();
    Dom.walk(
        frame,
        element -> {
          if (Dom.is(element, VALIDATION)) {
            Element range = Dom.child(element, AREAS);
            String areas = range == null ? element.getAttribute(AREAS) : range.getTextContent();
            if (Arrays.stream(areas.trim().split("\\s+")).anyMatch(area -> covers(area, column))) {
              found.add(element);
            }
          }
        });
    return found;
  }

  private static boolean covers(String area, int column) {
    Matcher columns = COLUMNS.matcher(area);
    if (columns.matches()) {
      return isBetween(columns.group(1), column, columns.group(2));
    }
    if (!CellArea.isArea(area)) {
      return false;
    }
    CellArea cells = CellArea.of(area);
    return cells.rows().bottom() >= FIRST_ROW && isBetween(cells.left(), column, cells.right());
  }

  private static boolean isBetween(String left, int column, String right) {
    return Cell.column(left) <= column && column <= Cell.column(right);
  }

  private static boolean refersTo(Element validation, String name) {
    Element formula = Dom.child(validation, "formula1");
    return formula != null && formula.getTextContent().trim().equals(name);
  }

  private static void validate(SheetXml sheet, DropDown list) {
    Element frame = sheet.frame();
    Element all = Dom.child(frame, VALIDATIONS);
    if (all == null) {
      all = element(frame, VALIDATIONS);
      Node next =
          Dom.children(frame).stream()
              .filter(child -> BEHIND_VALIDATIONS.contains(child.getLocalName()))
              .findFirst()
              .orElse(null);
      frame.insertBefore(all, next);
    }
    String letters = Cell.letters(list.column);
    Element one = element(frame, VALIDATION);
    one.setAttribute("type", "list");
    one.setAttribute("allowBlank", "1");
    one.setAttribute(AREAS, letters + FIRST_ROW + ":" + letters + Math.max(LAST_ROW, sheet.end()));
    Element formula = element(frame, "formula1");
    formula.setTextContent(list.name);
    one.appendChild(formula);
    all.appendChild(one);
    all.setAttribute(COUNT, String.valueOf(Dom.children(all).size()));
  }

  private static Element element(Element beside, String name) {
    String prefix = beside.getPrefix() == null ? "" : beside.getPrefix() + ":";
    return beside.getOwnerDocument().createElementNS(beside.getNamespaceURI(), prefix + name);
  }

  /** Writes the values that the workbook does not have yet; returns whether there were any. */
  private boolean values(Map<String, List<String>> used) {
    Map<String, Element> names = names();
    Map<String, List<String>> missing = new LinkedHashMap<>(used);
    missing.entrySet().removeIf(one -> has(names.get(one.getKey()), one.getValue()));
    if (missing.isEmpty()) {
      return false;
    }
    String sheetName = listsSheet();
    String part = Objects.requireNonNull(partOf.get(sheetName));
    SheetXml sheet = SheetXml.read(parts.content(part));
    int free =
        sheet.rows().stream()
                .flatMap(row -> row.cells.stream())
                .mapToInt(CellXml::column)
                .max()
                .orElse(-1)
            + 1;
    for (Map.Entry<String, List<String>> list : missing.entrySet()) {
      Element name = names.get(list.getKey());
      Optional<Integer> own = name == null ? Optional.empty() : column(name, sheetName);
      int column = own.orElse(free);
      write(sheet, column, list.getKey(), list.getValue(), own.isPresent());
      free = Math.max(free, column + 1);
      String letters = Cell.letters(column);
      String range = "!$" + letters + "$2:$" + letters + "$" + (list.getValue().size() + 1);
      (name == null ? added(list.getKey()) : name).setTextContent(quoted(sheetName) + range);
    }
    dimension(sheet, free);
    parts.replace(part, sheet.bytes());
    return true;
  }

  private static String quoted(String sheet) {
    return sheet.matches("[A-Za-z]+") ? sheet : "'" + sheet + "'";
  }

  private static void dimension(SheetXml sheet, int columns) {
    Element dimension = Dom.child(sheet.frame(), "dimension");
    if (dimension != null) {
      dimension.setAttribute("ref", "A1:" + Cell.address(columns - 1, sheet.end()));
    }
  }

  private Map<String, Element> names() {
    Map<String, Element> names = new HashMap<>();
    Element all = Dom.child(root(), NAMES);
    if (all != null) {
      for (Element one : Dom.children(all)) {
        if (!one.hasAttribute("localSheetId")) {
          names.put(one.getAttribute(NAME), one);
        }
      }
    }
    return names;
  }

  private Element added(String name) {
    Element all = Dom.child(root(), NAMES);
    if (all == null) {
      all = element(root(), NAMES);
      Node next = root().getFirstChild();
      for (Element child : Dom.children(root())) {
        if (BEFORE_NAMES.contains(child.getLocalName())) {
          next = child.getNextSibling();
        }
      }
      root().insertBefore(all, next);
    }
    Element one = element(root(), "definedName");
    one.setAttribute(NAME, name);
    all.insertBefore(one, all.getFirstChild());
    return one;
  }

  private boolean has(@Nullable Element name, List<String> values) {
    if (name == null) {
      return false;
    }
    Matcher range = RANGE.matcher(name.getTextContent().trim());
    Sheet sheet = range.matches() ? read.get(range.group(1)) : null;
    if (sheet == null) {
      return false;
    }
    int column = Cell.column(range.group(2));
    int last = Integer.parseInt(range.group(3));
    List<String> present = new ArrayList<>();
    for (List<Cell> row : sheet.rows()) {
      Cell cell = Cell.at(row, column);
      if (cell != null && cell.row() > 1 && cell.row() <= last) {
        present.add(cell.text());
      }
    }
    return present.equals(values) && last == values.size() + 1;
  }

  /** The column of a list that is in the sheet of lists already. */
  private static Optional<Integer> column(Element name, String sheet) {
    Matcher range = RANGE.matcher(name.getTextContent().trim());
    return range.matches() && range.group(1).equals(sheet)
        ? Optional.of(Cell.column(range.group(2)))
        : Optional.empty();
  }

  /**
   * @param again whether the column has values of the list already, which go
   */
  private static void write(
      SheetXml sheet, int column, String name, List<String> values, boolean again) {
    List<String> texts = new ArrayList<>();
    texts.add(name.substring(name.indexOf('_') + 1));
    texts.addAll(values);
    List<SheetXml.Row> rows = sheet.rows();
    if (again) {
      for (SheetXml.Row row : rows) {
        if (row.number > texts.size()) {
          row.cells.removeIf(cell -> cell.column() == column);
        }
      }
    }
    int at = 0;
    for (int number = again ? 2 : 1; number <= texts.size(); number++) {
      while (at < rows.size() && rows.get(at).number < number) {
        at++;
      }
      if (at == rows.size() || rows.get(at).number > number) {
        rows.add(at, new SheetXml.Row(number, "", null, new ArrayList<>()));
      }
      write(sheet, rows.get(at), column, texts.get(number - 1));
    }
  }

  private static void write(SheetXml sheet, SheetXml.Row row, int column, String text) {
    StringBuilder content = new StringBuilder();
    content.append('<').append(sheet.prefix()).append("is><").append(sheet.prefix()).append("t>");
    SheetXmlWriter.text(text, content);
    content.append("</").append(sheet.prefix()).append("t></").append(sheet.prefix()).append("is>");
    row.cells.removeIf(cell -> cell.column() == column);
    int at = 0;
    while (at < row.cells.size() && row.cells.get(at).column() < column) {
      at++;
    }
    row.cells.add(
        at, new CellXml(column, row.style, "inlineStr", "", null, content.toString(), true));
  }

  /** The sheet of lists, which is added when there is none. */
  private String listsSheet() {
    String name = LISTS;
    for (int number = 2; isTaken(name); number++) {
      name = LISTS + " " + number;
    }
    if (!partOf.containsKey(name)) {
      add(name);
      partOf.putAll(parts.sheets());
    }
    return name;
  }

  private boolean isTaken(String name) {
    Sheet sheet = read.get(name);
    return sheet != null && isData(sheet);
  }

  private void add(String name) {
    List<Element> others = parts.sheetElements();
    int last =
        others.stream()
            .mapToInt(one -> Integer.parseInt(one.getAttribute("sheetId").trim()))
            .max()
            .orElse(0);
    String id = parts.addSheet(EMPTY.formatted(root().getNamespaceURI()).getBytes(UTF_8));
    Element first = others.get(0);
    Element sheet = element(first, "sheet");
    sheet.setAttribute(NAME, name);
    sheet.setAttribute("sheetId", String.valueOf(last + 1));
    Attr relationship = Objects.requireNonNull(PackageParts.relationship(first));
    String namespace = Objects.requireNonNull(relationship.getNamespaceURI());
    String prefix = Objects.requireNonNull(relationship.getPrefix());
    Node list = Objects.requireNonNull(first.getParentNode());
    if (!namespace.equals(list.lookupNamespaceURI(prefix))) {
      sheet.setAttributeNS(XMLNS_ATTRIBUTE_NS_URI, "xmlns:" + prefix, namespace);
    }
    sheet.setAttributeNS(namespace, relationship.getName(), id);
    list.appendChild(sheet);
  }

  private Element root() {
    return parts.document(parts.workbook()).getDocumentElement();
  }
}
