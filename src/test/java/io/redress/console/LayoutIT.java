package io.redress.console;

import static io.redress.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.redress.console.rulesets.Candidates;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * All pages: they are accessible, stand still while they are loaded, are as wide as the window, and
 * need little to be shown. How long that takes is printed, and never fails: it depends on the
 * machine.
 */
class LayoutIT {
  private static final int NARROW = 400;
  private static final int WIDE = 1280;
  private static final List<Integer> WIDTHS = List.of(NARROW, 768, WIDE, 1920);
  private static final String SHADOWED =
      """
      {"disputeId": "layout-shadow", "asOf": "2014-12-20", "disputeType": "NOT_RECEIVED",
       "reason": "IN_TRANSIT", "delayCause": "PEAK_SEASON", "buyer": {"name": "Greta"},
       "order": {"currency": "USD", "unitPrice": "200.00", "quantity": 1, "buyerCountry": "DE"}}\
      """;

  private static final String ENGLISH = "en-GB";
  private static final int LOADS = Integer.getInteger("redress.layout.loads", 1);

  /** What people hardly notice is below 0.1 (web.dev, Cumulative Layout Shift). */
  private static final double STILL = 0.01;

  private static final String SHIFTS =
      """
      () => new Promise(resolve => {
        let moved = 0;
        new PerformanceObserver(list => {
          for (const shift of list.getEntries()) moved += shift.hadRecentInput ? 0 : shift.value;
        }).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => setTimeout(() => resolve(String(moved))));
      })
      """;

  /** How long scripts of a loaded page may take to move something, in milliseconds. */
  private static final double SETTLED = 300;

  private static final String SHOWN_WHOLE =
      """
      () => {
        const [paint] = performance.getEntriesByName('first-contentful-paint');
        const [page] = performance.getEntriesByType('navigation');
        return Boolean(paint) && paint.startTime >= page.responseEnd;
      }
      """;

  private static final int MAX_REQUESTS = 30;
  private static final int MAX_BYTES = 500_000;

  /** A table is sent with all of its rows. */
  private static final int MAX_BYTES_OF_LONG_TABLE = 3_000_000;

  /** How many requests a page took, and the bytes of what they brought. */
  private static final String LOADED =
      """
      () => {
        const all = ['navigation', 'resource'].flatMap(type => performance.getEntriesByType(type));
        return all.length + ' ' + all.reduce((sum, one) => sum + one.decodedBodySize, 0);
      }
      """;

  private static final String FIRST_PAINT =
      """
      () => new Promise(resolve =>
        new PerformanceObserver(list => {
          const [paint] = list.getEntriesByName('first-contentful-paint');
          if (paint) resolve(String(paint.startTime));
        }).observe({ type: 'paint', buffered: true }))
      """;

  /** Milliseconds from frame to frame while a table is scrolled through, and its most rows. */
  private static final String SCROLLED =
      """
      () => new Promise(resolve => {
        const frame = document.getElementById('frame');
        const gaps = [];
        let before = performance.now();
        let rows = 0;
        const step = now => {
          gaps.push(now - before);
          before = now;
          rows = Math.max(rows, frame.querySelectorAll('tr').length);
          frame.scrollTop += 120;
          const over = frame.scrollTop + frame.clientHeight >= frame.scrollHeight - 1;
          over ? resolve([rows, ...gaps.slice(1)].join(' ')) : requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      })
      """;

  /** Everything that a page waits for has arrived. */
  private static final String ARRIVED = "() => !document.querySelector('.htmx-request')";

  /** Routes that answer with a part of a page, a file, or another address. */
  private static final Set<String> NO_PAGES =
      Set.of(
          "/audit/export.csv",
          "/cases/results",
          "/decisions/export.csv",
          "/decisions/export.xlsx",
          "/decisions/{decisionId}/again",
          "/decisions/{decisionId}/certificate",
          "/home/figures",
          "/home/menu",
          "/rulesets/export.csv",
          "/rulesets/{version}/activation",
          "/rulesets/{version}/difference",
          "/rulesets/{version}/files/{name: .+}",
          "/rulesets/{version}/impact/{id}/changes.csv",
          "/rulesets/{version}/impact/{id}/changes.xlsx",
          "/rulesets/{version}/impact/{id}/kpis.csv",
          "/rulesets/{version}/impact/{id}/kpis.xlsx",
          "/rulesets/{version}/impact/{id}/progress",
          "/rulesets/{version}/shadow/figures",
          "/rulesets/{version}/usage/files/{name: .+}",
          "/rulesets/{version}/usage/tables/{table}",
          "/sign-in/oidc");

  private static final Map<String, String> PAGES = new LinkedHashMap<>();
  private static ConsoleBrowser browser;
  private static String longTable;

  @BeforeAll
  static void open() throws Exception {
    browser = ConsoleBrowser.shared();
    String candidate = Candidates.sevenPercent(api(), "Seven percent in peak season");
    String blocked = Candidates.failing(api(), "layout-never");
    String decision = decide();
    longTable =
        "/tables/" + Candidates.promises(api(), Candidates.longPromises(), "Long") + "/goodwill";
    PAGES.put("home", "/");
    PAGES.put("decide", "/decide");
    PAGES.put("decisions", "/decisions");
    PAGES.put("a decision", "/decisions/" + decision);
    PAGES.put("why rows did not answer", "/decisions/" + decision + "/why?table=goodwill");
    PAGES.put("why a row did not answer", "/decisions/" + decision + "/why?table=goodwill&row=8");
    PAGES.put("what would help", "/decisions/" + decision + "/help?goal=FULL_REFUND");
    PAGES.put("a dispute", "/disputes/layout");
    PAGES.put("tables", "/tables");
    PAGES.put("a table", "/tables/active/goodwill");
    PAGES.put("a table of 2,000 rows", longTable);
    PAGES.put("rule sets", "/rulesets");
    PAGES.put("archived rule sets", "/rulesets?status=ARCHIVED");
    PAGES.put("the active rule set", "/rulesets/active");
    PAGES.put("a candidate", "/rulesets/" + candidate);
    PAGES.put("a blocked candidate", "/rulesets/" + blocked);
    PAGES.put("comparisons with the past", "/rulesets/" + candidate + "/impact");
    PAGES.put("a comparison with the past", compared(candidate));
    PAGES.put("beside the active rules", shadowed(candidate));
    PAGES.put("a blocked candidate beside the active rules", "/rulesets/" + blocked + "/shadow");
    PAGES.put("usage of rows", "/rulesets/active/usage");
    PAGES.put("test cases", "/cases");
    PAGES.put("a new test case", "/cases/new?decision=" + decision);
    PAGES.put("a written test case", "/cases/write?version=" + candidate);
    PAGES.put("the text of a test case", "/rulesets/" + blocked + "/cases/layout-never");
    PAGES.put("letters", "/rulesets/" + candidate + "/letters");
    PAGES.put("a letter", "/rulesets/" + candidate + "/letters/greeting");
    PAGES.put("the calendar", "/rulesets/" + candidate + "/calendar");
    PAGES.put("peak seasons", "/rulesets/" + candidate + "/calendar?sheet=Peak+seasons");
    PAGES.put("laws", "/rulesets/" + candidate + "/laws");
    PAGES.put("a law", "/rulesets/" + candidate + "/laws/one-remedy");
    PAGES.put("an archived candidate", "/rulesets/" + archived());
    PAGES.put("uploads", "/tables?version=" + candidate + "#drop");
    PAGES.put("keys", "/keys");
    PAGES.put("audit log", "/audit");
    PAGES.put("page of a problem", "/nowhere");
    PAGES.put("sign in", "/sign-in");
  }

  @AfterAll
  static void close() throws Exception {
    browser.close();
  }

  @Test
  void everyPageOfTheConsoleIsLookedAt() throws IOException {
    Set<String> routes =
        ConsoleRoutes.all().stream()
            .filter(route -> route.startsWith("GET "))
            .map(route -> route.substring("GET ".length()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(routes).containsAll(NO_PAGES);
    routes.removeAll(NO_PAGES);
    Set<String> addresses =
        PAGES.values().stream()
            .map(address -> address.replaceAll("[?#].*", ""))
            .collect(Collectors.toSet());
    for (String route : routes) {
      Pattern pattern = Pattern.compile(route.replaceAll("\\{[^}]+}", "[^/]+"));
      assertThat(addresses.stream().filter(address -> pattern.matcher(address).matches()))
          .as("pages of this test at " + route)
          .isNotEmpty();
    }
  }

  /** Also without violations of WCAG: the wide page in English, the narrow one in Chinese. */
  @Test
  void pagesAreAccessibleStableAndFitTheWindow() {
    List<String> faults = new ArrayList<>();
    for (String language : List.of(ENGLISH, "zh-CN")) {
      Map<Integer, Page> pages = new LinkedHashMap<>();
      for (int width : WIDTHS) {
        Page page = browser.visit("/sign-in", language);
        page.setViewportSize(width, 900);
        pages.put(width, page);
      }
      PAGES.forEach(
          (name, address) -> {
            pages.values().forEach(page -> page.navigate(address));
            pages.get(WIDTHS.get(0)).waitForTimeout(SETTLED);
            pages.forEach(
                (width, page) -> {
                  String place = name + ", " + language + " at " + width;
                  double moved = number(page.evaluate(SHIFTS));
                  if (moved >= STILL) {
                    faults.add(place + ": moves by " + moved);
                  }
                  double wider =
                      number(
                          page.evaluate(
                              "String(document.documentElement.scrollWidth - innerWidth)"));
                  if (wider > 0) {
                    faults.add(place + ": wider by " + wider + " px");
                  }
                  if (width == (language.equals(ENGLISH) ? WIDE : NARROW)) {
                    page.waitForFunction(ARRIVED);
                    faults.addAll(
                        ConsoleBrowser.faultsInThisWidth(
                            page, name.replace(' ', '-') + "-" + language.substring(0, 2)));
                  }
                });
          });
      pages.values().forEach(page -> page.context().close());
    }
    assertThat(faults).isEmpty();
  }

  /**
   * Else the layout would move while the rest arrives, sometimes: it depends on where it is cut.
   */
  @Test
  void pagesThatArriveSlowlyAreShownOnceTheyAreWhole() throws Exception {
    List<String> faults = new ArrayList<>();
    try (var slow = new SlowConnection(browser.service().port())) {
      Page page = browser.visit("/sign-in");
      PAGES.forEach(
          (name, address) -> {
            page.navigate("http://localhost:" + slow.port() + address);
            page.evaluate(FIRST_PAINT);
            if (!(boolean) page.evaluate(SHOWN_WHOLE)) {
              faults.add(name + ": shown before its end arrived");
            }
            double moved = number(page.evaluate(SHIFTS));
            if (moved >= STILL) {
              faults.add(name + ": moves by " + moved);
            }
          });
      page.context().close();
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void pagesAreShownAfterFewRequestsForFewBytes() {
    List<String> faults = new ArrayList<>();
    Page page = browser.visit("/");
    PAGES.forEach(
        (name, address) -> {
          List<Double> paints = new ArrayList<>();
          for (int load = 0; load <= LOADS; load++) {
            page.navigate(address);
            paints.add(number(page.evaluate(FIRST_PAINT)));
          }
          String[] loaded = ((String) page.evaluate(LOADED)).split(" ");
          int requests = Integer.parseInt(loaded[0]);
          int bytes = Integer.parseInt(loaded[1]);
          print(
              "%s: %d requests, %,d bytes, first paint after %.0f ms, %.0f ms when looked at for the"
                  + " first time",
              name,
              requests,
              bytes,
              quantile(paints.subList(1, paints.size()), 0.5),
              paints.get(0));
          if (requests > MAX_REQUESTS) {
            faults.add(name + ": " + requests + " requests");
          }
          if (bytes > (address.equals(longTable) ? MAX_BYTES_OF_LONG_TABLE : MAX_BYTES)) {
            faults.add(name + ": " + bytes + " bytes");
          }
        });
    assertThat(faults).isEmpty();
  }

  @Test
  void longTableScrollsWithFewRowsInTheDocument() {
    Page page = browser.visit(longTable);
    page.locator("#counted").getByText("2000").waitFor();

    List<Double> measured =
        Stream.of(((String) page.evaluate(SCROLLED)).split(" ")).map(Double::valueOf).toList();

    List<Double> gaps = measured.subList(1, measured.size());
    assertThat(gaps).hasSizeGreaterThan(100);
    assertThat(measured.get(0)).as("rows in the document").isLessThan(100);
    print(
        "2,000 rows: %d frames, one each %.1f ms (median), %.1f ms (95 of 100); %.0f rows of them"
            + " in the document",
        gaps.size(), quantile(gaps, 0.5), quantile(gaps, 0.95), measured.get(0));
  }

  private static double number(Object text) {
    return Double.parseDouble((String) text);
  }

  private static double quantile(List<Double> values, double part) {
    return values.stream().sorted().toList().get((int) (part * (values.size() - 1)));
  }

  private static void print(String line, Object... values) {
    System.out.println("LAYOUT: " + line.formatted(values));
  }

  private static RequestSpecification api() {
    return RestAssured.given().baseUri(browser.service().address("").toString());
  }

  /** The page of a candidate that has decided beside the active rules. */
  private static String shadowed(String candidate) {
    String page = "/rulesets/" + candidate + "/shadow";
    api()
        .contentType("application/json")
        .body("{\"version\": \"" + candidate + "\"}")
        .put("/v1/shadow")
        .then()
        .statusCode(200);
    await()
        .until(
            () -> {
              api().contentType("application/json").body(SHADOWED).post("/v1/decide");
              return api().get("/v1/shadow").jsonPath().getInt("compared") > 0;
            });
    // Figures that move would be measured at different widths.
    api().delete("/v1/shadow").then().statusCode(200);
    return page;
  }

  /** The page of a run that is done. */
  private static String compared(String candidate) {
    String runs = "/rulesets/" + candidate + "/impact";
    String run =
        api().contentType("application/json").body("{}").post("/v1" + runs).jsonPath().get("id");
    await()
        .until(() -> api().get("/v1" + runs + "/" + run).jsonPath().get("status").equals("DONE"));
    return runs + "/" + run;
  }

  private static String archived() throws Exception {
    String version = Candidates.same(api(), "Layout of what was set aside");
    api()
        .contentType("application/json")
        .body("{\"reason\": \"Not wanted\"}")
        .post("/v1/rulesets/" + version + "/archive")
        .then()
        .statusCode(200);
    return version;
  }

  private static String decide() {
    return api()
        .contentType("application/json")
        .body(
            """
            {"disputeId": "layout", "disputeType": "NOT_RECEIVED", "reason": "IN_TRANSIT",
             "delayCause": "PEAK_SEASON", "buyer": {"name": "Anna"},
             "order": {"currency": "USD", "unitPrice": "200.00", "quantity": 1, "buyerCountry": "DE"}}
            """)
        .post("/v1/decide")
        .path("decisionId");
  }
}
