package io.redress.rules.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamException;

/** A workbook as its parts have it: the sheets in their order, and what their cells refer to. */
final class StoredWorkbook {
  private static final String PACKAGE = "_rels/.rels";

  private final WorkbookContainer container;
  private final List<SheetEntry> sheets = new ArrayList<>();
  private final List<StoredText> texts = new ArrayList<>();
  private StoredStyles styles = StoredStyles.none();
  private boolean from1904;

  /**
   * A sheet in the list of sheets.
   *
   * @param part name of the part with its cells
   */
  record SheetEntry(String name, boolean hidden, String part) {}

  /**
   * A reference from a part to another.
   *
   * @param type the last word of its type, such as {@code worksheet}
   * @param part name of the part that it refers to
   */
  private record Relationship(String type, String part) {}

  private StoredWorkbook(WorkbookContainer container) {
    this.container = container;
  }

  /**
   * Reads all but the cells.
   *
   * @throws XMLStreamException when the part of a sheet is missing, or one is not what others say
   */
  static StoredWorkbook read(WorkbookContainer container) throws IOException, XMLStreamException {
    StoredWorkbook workbook = new StoredWorkbook(container);
    String main = only(workbook.relationships(PACKAGE, ""), "officeDocument");
    int slash = main.lastIndexOf('/') + 1;
    String folder = main.substring(0, slash);
    Map<String, Relationship> references =
        workbook.relationships(folder + "_rels/" + main.substring(slash) + ".rels", folder);
    Set<String> read = new HashSet<>();
    for (Relationship reference : references.values()) {
      if (!container.holds(reference.part)) {
        // Some programs name parts without writing them; a cell that needs one is refused.
        continue;
      }
      if (Set.of("sharedStrings", "styles").contains(reference.type) && !read.add(reference.type)) {
        throw new XMLStreamException("two parts of " + reference.type);
      }
      if (reference.type.equals("sharedStrings")) {
        workbook.part(reference.part, workbook::readTexts);
      } else if (reference.type.equals("styles")) {
        workbook.part(reference.part, xml -> workbook.styles = StoredStyles.read(xml));
      }
    }
    workbook.part(main, xml -> workbook.readWorkbook(xml, references));
    return workbook;
  }

  /** Worksheets in the order of the tabs; sheets that are charts have no cells. */
  List<SheetEntry> sheets() {
    return sheets;
  }

  StoredStyles styles() {
    return styles;
  }

  /** Whether days are counted from 1904, as on old Macs. */
  boolean from1904() {
    return from1904;
  }

  /** The shared text of that index; empty when there is none. */
  Optional<StoredText> text(int index) {
    return index < 0 || index >= texts.size() ? Optional.empty() : Optional.of(texts.get(index));
  }

  /** Reads the cells of a sheet. */
  StoredSheet sheet(SheetEntry entry) throws IOException, XMLStreamException {
    return StoredSheet.read(container.part(entry.part), container.limit()::keep);
  }

  @FunctionalInterface
  private interface Reading {
    void read(Xml xml) throws XMLStreamException;
  }

  private void part(String name, Reading reading) throws IOException, XMLStreamException {
    try (Xml xml = Xml.of(container.part(name))) {
      reading.read(xml);
      xml.end();
    }
  }

  private Map<String, Relationship> relationships(String part, String folder)
      throws IOException, XMLStreamException {
    Map<String, Relationship> found = new LinkedHashMap<>();
    part(
        part,
        xml -> {
          if (!xml.nextChild()) {
            return;
          }
          while (xml.nextChild()) {
            String id = xml.attribute("Id");
            String type = xml.attribute("Type");
            String target = xml.attribute("Target");
            if (xml.isRelationship() && id != null && type != null && target != null) {
              String last = type.substring(type.lastIndexOf('/') + 1);
              if (found.put(
                      id,
                      new Relationship(last, PartName.resolved(folder, target, container::holds)))
                  != null) {
                throw new XMLStreamException("two relationships " + id);
              }
            }
            xml.skip();
          }
        });
    return found;
  }

  private static String only(Map<String, Relationship> references, String type)
      throws XMLStreamException {
    return references.values().stream()
        .filter(reference -> reference.type.equals(type))
        .map(Relationship::part)
        .findFirst()
        .orElseThrow(() -> new XMLStreamException("nothing is the " + type));
  }

  private void readTexts(Xml xml) throws XMLStreamException {
    if (xml.nextChild()) {
      while (xml.nextChild()) {
        if (xml.is("si")) {
          texts.add(StoredText.read(xml));
        } else {
          xml.skip();
        }
      }
    }
  }

  private void readWorkbook(Xml xml, Map<String, Relationship> references)
      throws XMLStreamException {
    if (!xml.nextChild() || !xml.is("workbook")) {
      throw new XMLStreamException("no workbook");
    }
    Map<String, String> names = new HashMap<>();
    while (xml.nextChild()) {
      if (xml.is("workbookPr")) {
        from1904 = xml.flag("date1904");
        xml.skip();
      } else if (xml.is("sheets")) {
        while (xml.nextChild()) {
          sheet(xml, references, name -> names.put(name, name) == null);
          xml.skip();
        }
      } else {
        xml.skip();
      }
    }
  }

  private void sheet(Xml xml, Map<String, Relationship> references, Predicate<String> isNew)
      throws XMLStreamException {
    Relationship reference = references.get(xml.relationship().orElse(""));
    if (reference == null) {
      throw new XMLStreamException("a sheet without a part");
    }
    if (reference.type.equals("worksheet")) {
      String name = xml.attributeAsWritten("name");
      if (!isNew.test(name)) {
        throw new XMLStreamException("two sheets called " + name);
      }
      String state = xml.attribute("state");
      sheets.add(new SheetEntry(name, state != null && !state.equals("visible"), reference.part));
    }
  }
}
