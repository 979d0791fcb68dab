package io.redress.rules.source.edit;

import io.redress.rules.source.Cell;
import io.redress.rules.source.Place;
import io.redress.rules.source.edit.SheetXml.CellXml;
import io.redress.rules.source.edit.SheetXml.FormulaXml;
import io.redress.rules.source.edit.SheetXml.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** Parts beside the sheet whose rows move that refer to it: names, other sheets, charts, links. */
final class OtherParts {
  private static final String REF = "ref";

  /** Formulas of charts, lists and formats in extensions, and of controls. */
  private static final Set<String> ELEMENTS =
      Set.of(
          "f",
          "formula",
          "formula1",
          "formula2",
          "calculatedColumnFormula",
          "totalsRowFormula",
          "FmlaLink",
          "FmlaRange",
          "FmlaTxbx");

  private static final Set<String> ATTRIBUTES =
      Set.of("textlink", "fmlaLink", "fmlaRange", "fmlaTxbx", "linkedCell", "listFillRange");

  private static final String LINK = "location";

  /** Parts that hold texts of people or of programs, but no references. */
  private static final List<String> OWN_TEXTS =
      List.of(
          "docprops/",
          "customxml/",
          "/theme/",
          "/sharedstrings.xml",
          "/styles.xml",
          "comments",
          "/persons/",
          "[content_types].xml");

  private final PackageParts parts;
  private final SheetReferences references;
  private final String edited;

  /**
   * @param edited name of the part of the sheet whose rows move
   */
  OtherParts(PackageParts parts, SheetReferences references, String edited) {
    this.parts = parts;
    this.references = references;
    this.edited = edited;
  }

  /**
   * @param sheets the name of each sheet, by its part
   */
  void follow(Map<String, String> sheets) {
    names();
    for (String part : parts.names()) {
      String name = part.toLowerCase(Locale.ROOT);
      if (part.equals(edited) || part.equals(parts.workbook()) || !parts.mayContain(part, '!')) {
        continue;
      }
      if (sheets.containsKey(part)) {
        otherSheet(part, sheets.get(part));
      } else if (PackageParts.isRelationships(part)) {
        links(part);
      } else if (isReferring(name)) {
        Dom.walk(parts.document(part).getDocumentElement(), this::element);
      }
    }
    pivotSources();
  }

  private static boolean isReferring(String name) {
    return (name.endsWith(".xml") || name.endsWith(".vml"))
        && OWN_TEXTS.stream().noneMatch(name::contains);
  }

  private void names() {
    Element workbook = parts.document(parts.workbook()).getDocumentElement();
    Element names = Dom.child(workbook, "definedNames");
    if (names != null) {
      for (Element one : Dom.children(names)) {
        String name = one.getAttribute("name");
        boolean builtIn = name.toLowerCase(Locale.ROOT).startsWith("_xlnm.");
        one.setTextContent(
            references.name(one.getTextContent(), general(), "the name " + name, builtIn));
      }
    }
  }

  private Place general() {
    return references.place(references.sheet(), null);
  }

  /** A sheet that refers to the other one is written again; any other stays as it is. */
  private void otherSheet(String part, String name) {
    SheetXml sheet = SheetXml.read(parts.content(part));
    Map<String, Shared> shared = shared(sheet);
    boolean changed = false;
    for (Row row : sheet.rows()) {
      for (CellXml cell : row.cells) {
        changed |= !formula(cell, row, name, shared).equals(written(cell, row, shared));
      }
    }
    if (changed) {
      for (Row row : sheet.rows()) {
        row.cells.replaceAll(cell -> tracked(cell, row, name, shared));
      }
    }
    boolean[] frame = {false};
    Dom.walk(sheet.frame(), element -> frame[0] |= element(element));
    if (changed || frame[0]) {
      parts.replace(part, sheet.bytes());
    }
  }

  private CellXml tracked(CellXml cell, Row row, String name, Map<String, Shared> shared) {
    FormulaXml formula = cell.formula();
    if (formula == null) {
      return cell;
    }
    String text = formula(cell, row, name, shared);
    return cell.with(
        formula.kind().equals("shared") ? new FormulaXml(Map.of(), text) : formula.with(text));
  }

  private String formula(CellXml cell, Row row, String name, Map<String, Shared> shared) {
    return references.outside(written(cell, row, shared), place(cell, row, name), "the formula");
  }

  private Place place(CellXml cell, Row row, String name) {
    return references.place(name, Cell.address(cell.column(), row.number));
  }

  /** The formula from which others are copied, with its place. */
  record Shared(String text, int row, int column) {}

  /** The shared formulas of a sheet by their numbers. */
  static Map<String, Shared> shared(SheetXml sheet) {
    Map<String, Shared> shared = new HashMap<>();
    for (Row row : sheet.rows()) {
      for (CellXml cell : row.cells) {
        FormulaXml formula = cell.formula();
        if (formula != null && formula.kind().equals("shared") && !formula.text().isEmpty()) {
          String number = formula.attributes().getOrDefault("si", "");
          shared.put(number, new Shared(formula.text(), row.number, cell.column()));
        }
      }
    }
    return shared;
  }

  /** The formula of a cell, which may be one that it shares; empty for none. */
  static String written(CellXml cell, Row row, Map<String, Shared> shared) {
    FormulaXml formula = cell.formula();
    if (formula == null) {
      return "";
    }
    Shared source = shared.get(formula.attributes().getOrDefault("si", ""));
    return formula.text().isEmpty() && source != null
        ? FormulaText.copied(source.text, row.number - source.row, cell.column() - source.column)
        : formula.text();
  }

  /** Returns whether the element was changed. */
  private boolean element(Element element) {
    boolean changed = false;
    if (ELEMENTS.contains(element.getLocalName()) && Dom.children(element).isEmpty()) {
      String before = element.getTextContent();
      String now = references.outside(before, general(), what(element));
      if (!now.equals(before)) {
        element.setTextContent(now);
        changed = true;
      }
    }
    for (String attribute : ATTRIBUTES) {
      changed |= attribute(element, attribute);
    }
    return changed | attribute(element, LINK);
  }

  private boolean attribute(Element element, String attribute) {
    String before = element.getAttribute(attribute);
    if (before.isEmpty()) {
      return false;
    }
    String now =
        attribute.equals(LINK) ? link(before) : references.outside(before, general(), "a control");
    element.setAttribute(attribute, now);
    return !now.equals(before);
  }

  private static String what(Element element) {
    return String.valueOf(element.getNamespaceURI()).contains("chart") ? "a chart" : "a formula";
  }

  /** A link to a deleted cell stays: it leads to the sheet, as it does in spreadsheet programs. */
  private String link(String location) {
    return FormulaText.map(
        location,
        reference ->
            references.sheet().equalsIgnoreCase(reference.sheet())
                ? references.moves().around(reference.rows())
                : reference.rows());
  }

  /** Links of pictures, and of cells that some programs write as addresses. */
  private void links(String part) {
    for (Element one : Dom.children(Dom.parse(parts.content(part)).getDocumentElement())) {
      if (one.getAttribute("Target").startsWith("#")) {
        for (Element link : Dom.children(parts.document(part).getDocumentElement())) {
          String target = link.getAttribute("Target");
          if (target.startsWith("#")) {
            link.setAttribute("Target", "#" + link(target.substring(1)));
          }
        }
        return;
      }
    }
  }

  /** Links inside the sheet itself. */
  void linksOf(Element frame) {
    Dom.walk(frame, element -> attribute(element, LINK));
  }

  private void pivotSources() {
    for (String part : parts.related(parts.workbook(), "/pivotCacheDefinition")) {
      Element source = Dom.child(parts.document(part).getDocumentElement(), "cacheSource");
      for (Element one : source == null ? List.<Element>of() : Dom.children(source)) {
        String ref = one.getAttribute(REF);
        boolean here = one.getAttribute("sheet").equalsIgnoreCase(references.sheet());
        if (here && CellArea.isArea(ref)) {
          CellArea area = CellArea.of(ref);
          one.setAttribute(
              REF,
              area.at(
                      references
                          .moves()
                          .whole(area.rows())
                          .orElseThrow(
                              () ->
                                  EditRefusedException.referring(
                                      general(),
                                      ref,
                                      "a pivot table is made of "
                                          + ref
                                          + ", whose rows would no longer be in one piece")))
                  .toString());
        }
      }
    }
  }
}
