package io.redress.rules.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** The parts of a workbook's zip file, checked before their content means anything. */
final class WorkbookContainer {
  private static final int MAX_ENTRIES = 1_000;

  /** Parts from which a spreadsheet program fills cells when it opens the workbook. */
  private static final List<String> EXTERNAL =
      List.of("xl/externallinks/", "xl/connections", "xl/querytables/");

  private static final String CONTENT_TYPES = "[content_types].xml";

  private final String file;
  private final byte[] bytes;
  private final List<RuleProblem> problems;
  private final Map<String, ZipDirectory.Entry> entries = new LinkedHashMap<>();
  private final Map<String, byte[]> kept = new HashMap<>();
  private final UnpackLimit limit;
  private @Nullable ZipDirectory directory;
  private boolean macros;
  private boolean externalLinks;

  private WorkbookContainer(String file, byte[] bytes, List<RuleProblem> problems) {
    this.file = file;
    this.bytes = bytes;
    this.problems = problems;
    this.limit = new UnpackLimit(bytes.length);
  }

  /**
   * Opens an .xlsx file without macros, external links, DOCTYPEs or duplicate parts; empty after a
   * problem was reported.
   */
  static Optional<WorkbookContainer> open(String file, byte[] bytes, List<RuleProblem> problems) {
    int before = problems.size();
    WorkbookContainer container = new WorkbookContainer(file, bytes, problems);
    container.check();
    return problems.size() == before ? Optional.of(container) : Optional.empty();
  }

  /** Whether there is a part of this name, whose case does not count. */
  boolean holds(String name) {
    return entries.containsKey(name.toLowerCase(Locale.ROOT));
  }

  /** Opens a part. */
  InputStream part(String name) throws IOException {
    String key = name.toLowerCase(Locale.ROOT);
    byte[] content = kept.get(key);
    return content != null ? new ByteArrayInputStream(content) : counted(key);
  }

  /** Limits what is unpacked, and what is kept of parts that pass by. */
  UnpackLimit limit() {
    return limit;
  }

  private InputStream counted(String key) throws IOException {
    ZipDirectory.Entry entry = entries.get(key);
    if (entry == null || directory == null) {
      throw new ZipException("no part " + key);
    }
    return limit.counted(directory.open(entry));
  }

  private void check() {
    if (bytes.length > 1 && bytes[0] == (byte) 0xD0 && bytes[1] == (byte) 0xCF) {
      checkOldFormat();
      return;
    }
    try {
      directory = ZipDirectory.of(bytes);
      checkEntries(directory.entries());
    } catch (UnpackLimit.TooLargeException bomb) {
      problems.add(tooLarge(file));
      return;
    } catch (IOException | IllegalArgumentException broken) {
      entries.clear();
    }
    if (macros) {
      refuse(ProblemCode.MACROS, "the workbook holds macros.", "Save it as .xlsx without macros.");
    }
    if (externalLinks) {
      refuse(
          ProblemCode.EXTERNAL_LINKS,
          "the workbook has links to other files or data sources.",
          "Break the links and keep the values.");
    }
    if (!entries.containsKey(CONTENT_TYPES)) {
      problems.add(notAWorkbook(file));
    }
  }

  private void checkEntries(List<ZipDirectory.Entry> listed) throws IOException {
    if (listed.size() > MAX_ENTRIES) {
      throw new UnpackLimit.TooLargeException();
    }
    if (listed.stream().anyMatch(ZipDirectory.Entry::encrypted)) {
      encrypted();
      return;
    }
    Set<String> twice = new HashSet<>();
    for (ZipDirectory.Entry entry : listed) {
      String name = entry.name().toLowerCase(Locale.ROOT);
      if (entries.putIfAbsent(name, entry) != null && twice.add(name)) {
        refuse(
            ProblemCode.DUPLICATE_ENTRY,
            "the file holds two parts called " + name + ".",
            "Save it again.");
      }
      macros |= name.endsWith("vbaproject.bin") || name.startsWith("xl/activex/");
      externalLinks |= EXTERNAL.stream().anyMatch(name::startsWith);
    }
    for (String name : List.copyOf(entries.keySet())) {
      if (!isWorksheet(name)) {
        keep(name);
      }
    }
  }

  /** By its usual place; one at another place is kept in memory, and so may not be as large. */
  private static boolean isWorksheet(String name) {
    return name.startsWith("xl/worksheets/") && name.endsWith(".xml");
  }

  private void keep(String name) throws IOException {
    try (InputStream content = counted(name)) {
      byte[] part = content.readNBytes(limit.left() + 1);
      limit.keep(part.length);
      if (name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml")) {
        kept.put(name, part);
        check(name, part);
      }
    }
  }

  private void check(String name, byte[] part) {
    // Without zero bytes, UTF-16 can be searched as ASCII.
    String text = new String(part, StandardCharsets.ISO_8859_1).replace("\0", "");
    if (text.contains("<!DOCTYPE")) {
      problems.add(doctype(file, name));
    }
    if (name.equals(CONTENT_TYPES)) {
      // Parts may have any name; their types are listed here.
      macros |= text.contains("vbaProject") || text.contains("macro");
      externalLinks |= text.contains("externalLink+xml") || text.contains("connections+xml");
    }
  }

  /** A password-protected workbook is in the OLE container of .xls files. */
  private void checkOldFormat() {
    String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", "");
    if (text.contains("EncryptedPackage")) {
      encrypted();
    } else {
      refuse(ProblemCode.NOT_A_WORKBOOK, "the file is an old .xls.", "Save it as .xlsx.");
    }
  }

  private void encrypted() {
    refuse(
        ProblemCode.ENCRYPTED,
        "the workbook is protected by a password.",
        "Save it without a password.");
  }

  static RuleProblem notAWorkbook(String file) {
    return RuleProblem.ofFile(
        file,
        ProblemCode.NOT_A_WORKBOOK,
        "the file is not a complete .xlsx workbook.",
        "Open it in a spreadsheet program, and save it as .xlsx again.");
  }

  static RuleProblem doctype(String file, String part) {
    return RuleProblem.ofFile(
        file, ProblemCode.DOCTYPE, "the part " + part + " declares a DOCTYPE.", "Save it again.");
  }

  static RuleProblem tooLarge(String file) {
    return RuleProblem.ofFile(
        file,
        ProblemCode.TOO_LARGE,
        "the workbook holds more than 40 MB or 1000 parts, or unpacks to 100 times its size.",
        "Split it into smaller workbooks.");
  }

  private void refuse(ProblemCode code, String message, String suggestion) {
    problems.add(RuleProblem.ofFile(file, code, message, suggestion));
  }
}
