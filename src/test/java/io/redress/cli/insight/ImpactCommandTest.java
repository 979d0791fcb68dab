package io.redress.cli.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.EditedRules;
import io.redress.cli.Redress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ImpactCommandTest {
  private static final String HEADER =
      "asOf,disputeId,disputeType,reason,delayCause,order.orderedOn,order.quantity,"
          + "order.unitPrice,order.currency,order.buyerCountry,shipment.latestDeliveryOn\n";

  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @TempDir private Path folder;
  private Path candidate;
  private Path facts;

  /** The goodwill in peak season becomes 10% instead of 5%. */
  @BeforeEach
  void writeRulesAndFacts() throws IOException {
    candidate = EditedRules.copyOf(Path.of("rules"), folder.resolve("candidate"));
    Files.write(
        candidate.resolve("promises.xlsx"),
        EditedRules.edited(
            Path.of("rules/promises.xlsx"),
            workbook -> workbook.getSheet("Goodwill").getRow(3).getCell(5).setCellValue(0.1)));
    facts =
        Files.writeString(
            folder.resolve("year.csv"),
            HEADER
                + "2014-12-20,late-1,NOT_RECEIVED,IN_TRANSIT,PEAK_SEASON,2014-12-10,2,100.00,USD,US,\n"
                + "2014-12-20,late-2,NOT_RECEIVED,IN_TRANSIT,PEAK_SEASON,2014-12-10,1,30.00,EUR,DE,\n"
                + "2014-12-20,late-3,NOT_RECEIVED,LOST,,2014-12-10,1,30.00,EUR,DE,\n"
                + "2014-12-20,bad,NOT_RECEIVED,IN_TRANSIT,PEAK_SEASON,2014-12-10,-7,1.00,EUR,DE,\n");
  }

  private int run(String... arguments) {
    return new CommandLine(new Redress())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(errors, true))
        .execute(arguments);
  }

  private int impact(String... more) {
    String[] arguments = {
      "impact", "--candidate", candidate.toString(), "--facts", facts.toString()
    };
    String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return run(all);
  }

  @Test
  void moneyIsNamedByCurrencyAndByEditedCell() throws IOException {
    assertThat(impact("--redemption-rate", "0.5", "--json")).isZero();
    JsonNode report = new ObjectMapper().readTree(out.toString());
    assertThat(report.at("/population/found").asInt()).isEqualTo(4);
    assertThat(report.at("/population/decided").asInt()).isEqualTo(3);
    assertThat(report.at("/population/undecidable/0/reason").asText()).isEqualTo("FACTS_REFUSED");
    assertThat(report.at("/population/undecidable/0/example").asText())
        .startsWith("/order/quantity: ");
    assertThat(report.at("/changed").asInt()).isEqualTo(2);
    // 5% more of 200 USD and of 30 EUR, half of which is redeemed.
    assertThat(report.at("/money/0/currency").asText()).isEqualTo("EUR");
    assertThat(report.at("/money/0/difference").asText()).isEqualTo("0.75");
    assertThat(report.at("/money/1/currency").asText()).isEqualTo("USD");
    assertThat(report.at("/money/1/difference").asText()).isEqualTo("5.00");
    assertThat(report.at("/byCell")).hasSize(1);
    assertThat(report.at("/byCell/0/file").asText()).isEqualTo("promises.xlsx");
    assertThat(report.at("/byCell/0/sheet").asText()).isEqualTo("Goodwill");
    assertThat(report.at("/byCell/0/cell").asText()).isEqualTo("F4");
    assertThat(report.at("/byCell/0/money/1/alone").asText()).isEqualTo("5.00");
    assertThat(report.at("/joint/1/alone").decimalValue()).isZero();
    assertThat(report.at("/largest/0/letterAfter/body").asText()).contains("10%");
  }

  @Test
  void linesSayWhatChangesAndWhatWasSkipped() {
    assertThat(impact()).isZero();
    assertThat(out.toString())
        .contains("4 disputes, 3 decided, 2 of them otherwise")
        .contains("1 FACTS_REFUSED, such as: /order/quantity")
        .contains("promises.xlsx, Goodwill, F4 (5 -> 10): 2 / 2 decisions")
        .contains("US: 1 of 1, +10.00 USD");
    assertThat(errors.toString()).contains("4 disputes in");
  }

  @Test
  void changesAreListedAsCsvAndAsWorkbook() throws IOException {
    Path csv = folder.resolve("changes.csv");
    assertThat(impact("--changes", csv.toString())).isZero();
    assertThat(Files.readAllLines(csv))
        .hasSize(3)
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("line-2,late-1,USD,KEEP_TRACKING,PEAK_SEASON,10,KEEP_TRACKING"));
    assertThat(impact("--changes", csv.toString())).isEqualTo(2);
    assertThat(errors.toString()).contains("--overwrite");
    Path workbook = folder.resolve("changes.xlsx");
    assertThat(impact("--changes", workbook.toString())).isZero();
    try (var opened = new XSSFWorkbook(Files.newInputStream(workbook))) {
      assertThat(opened.getSheet("Changes").getLastRowNum()).isEqualTo(2);
      assertThat(opened.getSheet("Changes").getRow(1).getCell(9).getNumericCellValue())
          .isEqualTo(10);
    }
  }

  @Test
  void ownKpisAreNamedBeforeAndAfter() throws IOException {
    Files.writeString(
        candidate.resolve("kpis.yaml"),
        """
        - name: late
          title: Late parcels
          count: {when: {decision: {reasonCode: PEAK_SEASON}}}
        - name: percent
          sum: {of: /decision/nextOrderDiscountPercent, when: {facts: {order.currency: EUR}}}
        - name: value
          sum: {of: /decision/assessment/orderValue, when: {decision: {nextOrderDiscountPercent: ">= 10"}}}
        - name: generous
          share: {of: {decision: {nextOrderDiscountPercent: ">= 10"}}}
        """);

    assertThat(impact("--json")).isZero();
    JsonNode kpis = new ObjectMapper().readTree(out.toString()).path("kpis");
    assertThat(kpis)
        .extracting(kpi -> kpi.path("name").asText() + kpi.path("unit").asText())
        .containsExactly("late", "percent", "valueEUR", "valueUSD", "generous%");
    assertThat(kpis.at("/0/title/en").asText()).isEqualTo("Late parcels");
    assertThat(kpis.at("/0/before").asText()).isEqualTo("2");
    assertThat(kpis.at("/0/difference").asText()).isEqualTo("0");
    assertThat(kpis.at("/1/difference").asText()).isEqualTo("5");
    assertThat(kpis.at("/3/before").asText()).isEqualTo("0");
    assertThat(kpis.at("/3/after").asText()).isEqualTo("200.00");
    assertThat(kpis.at("/4/after").asText()).isEqualTo("66.67");

    assertThat(impact("--kpi", "late", "--kpi", "generous")).isZero();
    assertThat(out.toString())
        .contains("Late parcels: 2 -> 2 (0)", "generous: 0.00 -> 66.67 % (+66.67)");
    assertThat(impact("--kpi", "lat")).isEqualTo(2);
    assertThat(errors.toString()).contains("no KPI called lat. Did you mean late?");
    Files.writeString(candidate.resolve("kpis.yaml"), "- late\n");
    assertThat(impact()).isEqualTo(1);
    assertThat(errors.toString()).contains("kpis.yaml:1: this entry is not a KPI.");
  }

  @Test
  void wrongUseIsExplained() {
    assertThat(impact("--redemption-rate", "3")).isEqualTo(2);
    assertThat(impact("--threads", "0")).isEqualTo(2);
    assertThat(run("impact", "--candidate", candidate.toString(), "--facts", folder + "/none.csv"))
        .isEqualTo(1);
    assertThat(errors.toString())
        .contains("--redemption-rate must be from 0 to 1", "--threads must be at least 1")
        .contains("none.csv does not exist");
    assertThat(run("impact", "--candidate", folder + "/no", "--facts", facts.toString()))
        .isEqualTo(1);
    assertThat(errors.toString()).contains("the folder does not exist");
  }
}
