package io.redress.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The zip file around a workbook, looked at before anything is made of what is in it. */
final class WorkbookContainer {
  private static final int MOST_BYTES = 100 << 20;
  private static final int MOST_ENTRIES = 1_000;

  private WorkbookContainer() {}

  /** Whether the bytes are an ordinary .xlsx file without macros, links or tricks. */
  static boolean accepts(String file, byte[] bytes, List<RuleProblem> problems) {
    int before = problems.size();
    Set<String> names = new HashSet<>();
    long inflated = 0;
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!names.add(entry.getName())) {
          refuse(
              problems,
              file,
              "DUPLICATE_ENTRY",
              "the file holds two parts of one name.",
              "Save it anew.");
          return false;
        }
        byte[] part = zip.readNBytes((int) (MOST_BYTES - inflated) + 1);
        inflated += part.length;
        if (inflated > MOST_BYTES || names.size() > MOST_ENTRIES) {
          refuse(
              problems,
              file,
              "TOO_LARGE",
              "the workbook unpacks to more than 100 MB.",
              "Split it into smaller workbooks.");
          return false;
        }
        look(file, entry.getName(), part, problems);
      }
    } catch (IOException | IllegalArgumentException broken) {
      names.clear();
    }
    if (!names.contains("[Content_Types].xml")) {
      problems.add(isOle(bytes) ? encryptedOrOld(file) : notAWorkbook(file));
    }
    return problems.size() == before;
  }

  private static void look(String file, String name, byte[] part, List<RuleProblem> problems) {
    if (name.endsWith("vbaProject.bin")) {
      refuse(
          problems,
          file,
          "MACROS",
          "the workbook holds macros.",
          "Save it as .xlsx without macros.");
    }
    if (name.startsWith("xl/externalLinks/") && name.endsWith(".xml")) {
      refuse(
          problems,
          file,
          "EXTERNAL_LINKS",
          "the workbook links to another one.",
          "Break the links and keep the values.");
    }
    if (name.endsWith(".xml")
        && new String(part, java.nio.charset.StandardCharsets.ISO_8859_1).contains("<!DOCTYPE")) {
      refuse(
          problems, file, "DOCTYPE", "the part " + name + " declares a DOCTYPE.", "Save it anew.");
    }
  }

  static RuleProblem notAWorkbook(String file) {
    return RuleProblem.ofFile(
        file, "NOT_A_WORKBOOK", "the file is not a whole .xlsx workbook.", "Save it as .xlsx.");
  }

  private static RuleProblem encryptedOrOld(String file) {
    return RuleProblem.ofFile(
        file,
        "NOT_A_WORKBOOK",
        "the file is protected by a password or an old .xls.",
        "Remove the password and save it as .xlsx.");
  }

  private static boolean isOle(byte[] bytes) {
    return bytes.length > 4 && bytes[0] == (byte) 0xD0 && bytes[1] == (byte) 0xCF;
  }

  private static void refuse(
      List<RuleProblem> problems, String file, String code, String message, String suggestion) {
    problems.add(RuleProblem.ofFile(file, code, message, suggestion));
  }
}
