package io.redress.rules.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Checks the zip file of a workbook before its content is parsed. */
final class WorkbookContainer {
  /** About 100,000 rows. Parsing takes 20 to 30 times the size in memory. */
  private static final int MAX_BYTES = 40 << 20;

  private static final int MAX_ENTRIES = 1_000;

  /**
   * Ordinary workbooks unpack to about 10 times their size, to 50 times when all rows are equal.
   */
  private static final int MAX_COMPRESSION_RATIO = 100;

  /** Up to this size any compression ratio is accepted. */
  private static final int ALWAYS_ACCEPTED_BYTES = 1 << 20;

  /** Parts from which a spreadsheet program fills cells when it opens the workbook. */
  private static final List<String> EXTERNAL =
      List.of("xl/externallinks/", "xl/connections", "xl/querytables/");

  private static final String CONTENT_TYPES = "[content_types].xml";

  private final String file;
  private final byte[] bytes;
  private final List<RuleProblem> problems;
  private final Set<String> parts = new HashSet<>();
  private boolean macros;
  private boolean externalLinks;

  private WorkbookContainer(String file, byte[] bytes, List<RuleProblem> problems) {
    this.file = file;
    this.bytes = bytes;
    this.problems = problems;
  }

  /**
   * Whether the bytes are an .xlsx file without macros, external links, DOCTYPEs or duplicate
   * parts.
   */
  static boolean accepts(String file, byte[] bytes, List<RuleProblem> problems) {
    int before = problems.size();
    new WorkbookContainer(file, bytes, problems).check();
    return problems.size() == before;
  }

  private void check() {
    if (bytes.length > 1 && bytes[0] == (byte) 0xD0 && bytes[1] == (byte) 0xCF) {
      checkOldFormat();
      return;
    }
    int max =
        (int)
            Math.min(
                MAX_BYTES, ALWAYS_ACCEPTED_BYTES + (long) MAX_COMPRESSION_RATIO * bytes.length);
    int inflated = 0;
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        byte[] part = zip.readNBytes(max - inflated + 1);
        inflated += part.length;
        if (inflated > max || parts.size() == MAX_ENTRIES) {
          refuse(
              ProblemCode.TOO_LARGE,
              "the workbook unpacks to more than 40 MB, 1000 parts or 100 times its size.",
              "Split it into smaller workbooks.");
          return;
        }
        if (!parts.add(name)) {
          refuse(
              ProblemCode.DUPLICATE_ENTRY,
              "the file holds two parts called " + name + ".",
              "Save it again.");
        }
        check(name, part);
      }
    } catch (IOException | IllegalArgumentException broken) {
      parts.clear();
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
    if (!parts.contains(CONTENT_TYPES)) {
      problems.add(notAWorkbook(file));
    }
  }

  private void check(String name, byte[] part) {
    macros |= name.endsWith("vbaproject.bin") || name.startsWith("xl/activex/");
    externalLinks |= EXTERNAL.stream().anyMatch(name::startsWith);
    if (name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml")) {
      // Without zero bytes, UTF-16 can be searched as ASCII.
      String text = new String(part, StandardCharsets.ISO_8859_1).replace("\0", "");
      if (text.contains("<!DOCTYPE")) {
        refuse(ProblemCode.DOCTYPE, "the part " + name + " declares a DOCTYPE.", "Save it again.");
      }
      if (name.equals(CONTENT_TYPES)) {
        // Parts may have any name; their types are listed here.
        macros |= text.contains("vbaProject") || text.contains("macro");
        externalLinks |= text.contains("externalLink+xml") || text.contains("connections+xml");
      }
    }
  }

  /** A password-protected workbook is in the OLE container of .xls files. */
  private void checkOldFormat() {
    String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", "");
    if (text.contains("EncryptedPackage")) {
      refuse(
          ProblemCode.ENCRYPTED,
          "the workbook is protected by a password.",
          "Save it without a password.");
    } else {
      refuse(ProblemCode.NOT_A_WORKBOOK, "the file is an old .xls.", "Save it as .xlsx.");
    }
  }

  static RuleProblem notAWorkbook(String file) {
    return RuleProblem.ofFile(
        file,
        ProblemCode.NOT_A_WORKBOOK,
        "the file is not a complete .xlsx workbook.",
        "Save it as .xlsx.");
  }

  private void refuse(ProblemCode code, String message, String suggestion) {
    problems.add(RuleProblem.ofFile(file, code, message, suggestion));
  }
}
