package io.redress.rules.source.edit;

import io.redress.rules.source.PartName;
import io.redress.rules.source.WorkbookReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/**
 * The parts of a workbook's zip file. Parts that are not changed stay as they are, byte by byte.
 */
final class PackageParts {
  /** A fixed time for zip entries, so that equal rows give equal files. */
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

  private static final String CONTENT_TYPES = "[Content_Types].xml";
  private static final String WORKBOOK = "/officeDocument";
  private static final String SPREADSHEET =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private final Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, Document> opened = new LinkedHashMap<>();

  /**
   * A relationship of a part.
   *
   * @param type the last part of its address, such as {@code /comments}
   * @param target name of the part; null for an address outside
   */
  record Relationship(String id, String type, @Nullable String target) {}

  /**
   * @param workbook a zip file without damage
   */
  PackageParts(byte[] workbook) {
    parts.putAll(WorkbookReader.parts(workbook));
    parts.keySet().forEach(name -> names.put(name, name));
  }

  /** The names of all parts. */
  List<String> names() {
    return List.copyOf(parts.keySet());
  }

  /** The name of the workbook's main part. */
  String workbook() {
    return related("", WORKBOOK).stream()
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no workbook"));
  }

  /** The elements of the workbook that name its sheets, in their order. */
  List<Element> sheetElements() {
    Element list = Dom.child(document(workbook()).getDocumentElement(), "sheets");
    return list == null ? List.of() : Dom.children(list);
  }

  /** The parts of the worksheets by the names of the sheets, in their order. */
  Map<String, String> sheets() {
    List<String> worksheets = related(workbook(), "/worksheet");
    Map<String, String> sheets = new LinkedHashMap<>();
    for (Element one : sheetElements()) {
      Attr id = relationship(one);
      if (id != null) {
        target(workbook(), id.getValue())
            .filter(worksheets::contains)
            .ifPresent(part -> sheets.put(one.getAttribute("name"), part));
      }
    }
    return sheets;
  }

  /** The attribute with the relationship of a sheet. */
  static @Nullable Attr relationship(Element sheet) {
    NamedNodeMap attributes = sheet.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Attr attribute = (Attr) attributes.item(i);
      if ("id".equals(attribute.getLocalName()) && attribute.getNamespaceURI() != null) {
        return attribute;
      }
    }
    return null;
  }

  /** The content of a part that exists. */
  byte[] content(String name) {
    return Objects.requireNonNull(parts.get(name), name);
  }

  void replace(String name, byte[] content) {
    parts.put(name, content);
  }

  /** A part as a document; changes of it are written. */
  Document document(String name) {
    return opened.computeIfAbsent(name, key -> Dom.parse(content(key)));
  }

  /** The name of a part that exists, as the package writes it. */
  private String existing(String name) {
    return Objects.requireNonNull(names.get(name), name);
  }

  /** Whether a part holds this ASCII character, so that it may hold a reference. */
  boolean mayContain(String name, char sign) {
    for (byte one : content(name)) {
      if (one == sign) {
        return true;
      }
    }
    return false;
  }

  /** The names of the parts to which a part has relationships of a type. */
  List<String> related(String part, String type) {
    List<String> related = new ArrayList<>();
    for (Relationship one : relationships(part)) {
      if (one.type.equalsIgnoreCase(type) && one.target != null) {
        related.add(one.target);
      }
    }
    return related;
  }

  /** The part of a relationship. */
  Optional<String> target(String part, String id) {
    return relationships(part).stream()
        .filter(one -> one.id.equals(id))
        .map(Relationship::target)
        .filter(target -> target != null)
        .findFirst();
  }

  private List<Relationship> relationships(String part) {
    String name = names.get(relationshipsOf(part));
    if (name == null) {
      return List.of();
    }
    List<Relationship> all = new ArrayList<>();
    for (Element one : Dom.children(document(name).getDocumentElement())) {
      String type = one.getAttribute("Type");
      boolean outside = one.getAttribute("TargetMode").equalsIgnoreCase("External");
      all.add(
          new Relationship(
              one.getAttribute("Id"),
              type.substring(Math.max(0, type.lastIndexOf('/'))),
              outside ? null : names.get(resolved(part, one.getAttribute("Target")))));
    }
    return all;
  }

  private static String relationshipsOf(String part) {
    int slash = part.lastIndexOf('/') + 1;
    return part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
  }

  private String resolved(String part, String target) {
    String folder = part.substring(0, part.lastIndexOf('/') + 1);
    return PartName.resolved(folder, target, names::containsKey);
  }

  /** Removes a part, with the relationship of another part to it. */
  void remove(String name, String from) {
    parts.remove(name);
    names.remove(name);
    opened.remove(name);
    Document types = document(existing(CONTENT_TYPES));
    for (Element one : Dom.children(types.getDocumentElement())) {
      if (one.getAttribute("PartName").equalsIgnoreCase("/" + name)) {
        types.getDocumentElement().removeChild(one);
      }
    }
    Document relationships = document(existing(relationshipsOf(from)));
    for (Element one : Dom.children(relationships.getDocumentElement())) {
      if (resolved(from, one.getAttribute("Target")).equalsIgnoreCase(name)) {
        relationships.getDocumentElement().removeChild(one);
      }
    }
  }

  /**
   * Adds a part beside the one of the workbook, with a relationship to it in place of those to
   * parts of this kind that are missing.
   *
   * @param kind such as {@code styles}
   */
  void add(String kind, byte[] content) {
    Document relationships = document(existing(relationshipsOf(workbook())));
    Dom.children(relationships.getDocumentElement()).stream()
        .filter(one -> one.getAttribute("Type").endsWith("/" + kind))
        .forEach(Dom::remove);
    related(kind, kind, content);
  }

  /**
   * Adds a worksheet.
   *
   * @return the id of the relationship that the workbook has to it
   */
  String addSheet(byte[] content) {
    return related("worksheet", "worksheets/sheet", content);
  }

  /**
   * @param path of the part beside the one of the workbook, without number and ending
   */
  private String related(String kind, String path, byte[] content) {
    String from = workbook();
    String folder = from.substring(0, from.lastIndexOf('/') + 1);
    String name = folder + path + ".xml";
    for (int number = 1; names.containsKey(name); number++) {
      name = folder + path + number + ".xml";
    }
    parts.put(name, content);
    names.put(name, name);
    Element override = appended(document(existing(CONTENT_TYPES)), "Override");
    override.setAttribute("PartName", "/" + name);
    override.setAttribute("ContentType", SPREADSHEET + kind + "+xml");
    Document relationships = document(existing(relationshipsOf(from)));
    List<Element> others = Dom.children(relationships.getDocumentElement());
    String other =
        others.stream()
            .map(one -> one.getAttribute("Type"))
            .filter(type -> type.endsWith("/worksheet"))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no worksheet"));
    Element added = appended(relationships, "Relationship");
    int number = others.size() + 1;
    while (hasId(others, "rId" + number)) {
      number++;
    }
    String id = "rId" + number;
    added.setAttribute("Id", id);
    added.setAttribute("Type", other.substring(0, other.lastIndexOf('/') + 1) + kind);
    added.setAttribute("Target", "/" + name);
    return id;
  }

  private static boolean hasId(List<Element> relationships, String id) {
    return relationships.stream().anyMatch(one -> one.getAttribute("Id").equals(id));
  }

  private static Element appended(Document document, String name) {
    Element root = document.getDocumentElement();
    String prefix = root.getPrefix() == null ? "" : root.getPrefix() + ":";
    Element element = document.createElementNS(root.getNamespaceURI(), prefix + name);
    root.appendChild(element);
    return element;
  }

  /** Whether a part holds relationships. */
  static boolean isRelationships(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".rels");
  }

  byte[] bytes() {
    opened.forEach(
        (name, document) -> {
          if (!Dom.parse(content(name)).isEqualNode(document)) {
            parts.put(name, Dom.bytes(document));
          }
        });
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setTimeLocal(ENTRY_TIME);
        zip.putNextEntry(entry);
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
