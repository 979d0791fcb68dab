package io.redress.console.rulesets;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.EditedRules;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Uploads rule sets for tests. */
public final class Candidates {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private Candidates() {}

  /**
   * Version of the shipped rules with seven percent instead of five where a parcel is late in peak
   * season, with matching test cases and laws.
   */
  public static String sevenPercent(RequestSpecification by, String comment) throws IOException {
    return percent(by, 7, comment, sheet -> {});
  }

  /**
   * The same with another number of percent.
   *
   * @param more is changed in the table of goodwill
   */
  static String percent(
      RequestSpecification by, int percent, String comment, Consumer<XSSFSheet> more)
      throws IOException {
    byte[] promises =
        EditedRules.edited(
            Path.of("rules/promises.xlsx"),
            edited -> {
              XSSFSheet goodwill = edited.getSheet("Goodwill");
              goodwill.getRow(3).getCell(5).setCellValue(percent / 100.0);
              more.accept(goodwill);
              edited.createSheet("Remarks").createRow(0).createCell(0).setCellValue(comment);
            });
    String law = "then: {nextOrderDiscountPercent: ";
    return version(
        by.multiPart("file", "promises.xlsx", promises, XLSX)
            .multiPart(
                "file",
                "invariants.yaml",
                replaced("rules/invariants.yaml", law + 5, law + percent))
            .multiPart(
                "file",
                "test-cases/article.yaml",
                replaced(
                    "test-cases/article.yaml",
                    "ercent: 5",
                    "ercent: " + percent,
                    "5%",
                    percent + "%"))
            .multiPart(
                "file",
                "test-cases/hard-cases.yaml",
                replaced(
                    "test-cases/hard-cases.yaml", "Percent: 5\n", "Percent: " + percent + "\n"))
            .multiPart(
                "file",
                "test-cases/not-received.yaml",
                replaced(
                    "test-cases/not-received.yaml",
                    "[0..5]",
                    "[0.." + percent + "]",
                    "Percent: 5\n",
                    "Percent: \"[5.." + percent + "]\"\n"))
            .multiPart("comment", comment, "text/plain; charset=utf-8")
            .post("/v1/rulesets"));
  }

  /** The same change, without test cases and laws: they fail. */
  public static String onlySevenPercent(RequestSpecification by, String comment)
      throws IOException {
    byte[] promises =
        EditedRules.edited(
            Path.of("rules/promises.xlsx"),
            edited -> {
              edited.getSheet("Goodwill").getRow(3).getCell(5).setCellValue(0.07);
              edited.createSheet("Remarks").createRow(0).createCell(0).setCellValue(comment);
            });
    return promises(by, promises, comment);
  }

  private static byte[] replaced(String file, String... pairs) throws IOException {
    String text = Files.readString(Path.of(file));
    for (int i = 0; i < pairs.length; i += 2) {
      text = text.replace(pairs[i], pairs[i + 1]);
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Version of rules that decide like the shipped ones. */
  public static String same(RequestSpecification by, String comment) throws IOException {
    return version(send(by, "promises.xlsx", EditedRules.remarked(comment), comment));
  }

  /**
   * The shipped promises with two thousand goodwill rows. Each row has its own lateness, as the
   * analysis of overlapping rows is slow.
   */
  public static byte[] longPromises() throws IOException {
    return EditedRules.edited(
        Path.of("rules/promises.xlsx"),
        workbook -> {
          XSSFSheet sheet = workbook.getSheet("Goodwill");
          for (int row = sheet.getLastRowNum() + 1; row < 2_003; row++) {
            var cells = sheet.createRow(row);
            for (int column = 0; column < 5; column++) {
              cells.createCell(column).setCellValue("-");
            }
            cells.createCell(3).setCellValue(row * 10);
            cells.createCell(5).setCellValue(1);
            cells.createCell(6).setCellValue("row " + (row + 1));
          }
        });
  }

  /** Version of the shipped rules with other promises. */
  public static String promises(RequestSpecification by, byte[] workbook, String comment) {
    return version(send(by, "promises.xlsx", workbook, comment));
  }

  /** Version of the shipped rules with a test case that fails. */
  public static String failing(RequestSpecification by, String id) {
    String yaml =
        """
        - id: %s
          title: "<script>alert(1)</script> is never decided so"
          facts: {disputeType: NOT_RECEIVED, reason: LOST}
          expect: {resolution: REJECT, nextOrderDiscountPercent: 42}
        """
            .formatted(id);
    return version(
        send(
            by,
            "test-cases/" + id + ".yaml",
            yaml.getBytes(StandardCharsets.UTF_8),
            "<script>alert('comment')</script>"));
  }

  private static Response send(
      RequestSpecification by, String name, byte[] content, String comment) {
    return by.multiPart("file", name, content, XLSX)
        .multiPart("comment", comment, "text/plain; charset=utf-8")
        .post("/v1/rulesets");
  }

  private static String version(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    return JsonPath.from(answer.asString()).getString("version");
  }

  public static String active() {
    return given().get("/v1/rulesets/active").jsonPath().getString("version");
  }
}
