package io.redress.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.redress.PackagedJar;
import io.redress.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A browser, shared by all tests of the JVM, and the packaged service. */
public final class ConsoleBrowser implements AutoCloseable {
  /** The path of the Debian package, see {@code .ci/run}. */
  /** The shell has no window of its own to draw, and takes a fraction of the time. */
  private static final Path CHROMIUM =
      Stream.of("/usr/bin/chromium-headless-shell", "/usr/bin/chromium")
          .map(Path::of)
          .filter(Files::isExecutable)
          .findFirst()
          .orElse(Path.of("/usr/bin/chromium"));

  /** What htmx reports of a request that a newer one replaces; others have a message more. */
  private static final Set<String> ABORTED = Set.of("htmx:afterRequest", "htmx:sendAbort");

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final List<Integer> WIDTHS = List.of(1280, 400);
  private static final int HEIGHT = 900;

  private static final double PATIENCE = Patience.LIMIT.toMillis();

  private static final List<String> WCAG_2_2_AA =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /** What of these depends on the colours. */
  private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

  private static final Pattern TOKEN = Pattern.compile("redress_[0-9a-f]{12}_[\\w-]{43}");

  private final PackagedJar.Service service;
  private final boolean owned;
  private final List<BrowserContext> visitors = new ArrayList<>();
  private final List<String> scriptErrors = new ArrayList<>();

  private ConsoleBrowser(PackagedJar.Service service, boolean owned) {
    this.service = service;
    this.owned = owned;
  }

  /** It ends once this JVM has, with the pipe between them. */
  private static final class Chromium {
    static final Browser ONE = launched();

    private static Browser launched() {
      PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
      return Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
          .chromium()
          .launch(
              new LaunchOptions()
                  .setExecutablePath(CHROMIUM)
                  .setArgs(
                      List.of(
                          "--no-sandbox",
                          "--disable-gpu",
                          "--disable-dev-shm-usage",
                          "--disable-quic",
                          "--no-first-run",
                          "--disable-background-networking",
                          "--disable-component-update",
                          "--disable-sync")));
    }
  }

  /**
   * A browser and the service shared by all tests: for tests that neither change its active rules
   * or access nor expect it to be empty.
   */
  public static ConsoleBrowser shared() {
    assumeChromium();
    return new ConsoleBrowser(PackagedJar.shared(), false);
  }

  /** Starts with the shipped rules, no decisions and unprotected access. */
  public static ConsoleBrowser open() throws IOException, InterruptedException {
    return open(Map.of());
  }

  /**
   * @param environment variables of the service, in addition to its data folder
   */
  public static ConsoleBrowser open(Map<String, String> environment)
      throws IOException, InterruptedException {
    assumeChromium();
    Map<String, String> all = new HashMap<>(environment);
    if (environment.isEmpty()) {
      all.put("REDRESS_DATA_DIR", PackagedJar.activatedData().toString());
    }
    all.putIfAbsent("REDRESS_DATA_DIR", Files.createTempDirectory("redress").toString());
    return new ConsoleBrowser(PackagedJar.serve(all), true);
  }

  private static void assumeChromium() {
    Assumptions.assumeTrue(
        Files.isExecutable(CHROMIUM),
        () ->
            "NOT TESTED: there is no "
                + CHROMIUM
                + ". Install Debian's chromium-headless-shell to test pages.");
  }

  /**
   * Creates the first key with the command line, which protects access.
   *
   * @param data the data folder of a service that is not running yet
   */
  public static String key(Path data, String name, String... roles)
      throws IOException, InterruptedException {
    String printed =
        PackagedJar.run(
                Map.of("REDRESS_DATA_DIR", data.toString()),
                "",
                "keys",
                "add",
                "--name",
                name,
                "--role",
                String.join(",", roles))
            .output();
    Matcher token = TOKEN.matcher(printed);
    if (!token.find()) {
      throw new IllegalStateException(printed);
    }
    return token.group();
  }

  public PackagedJar.Service service() {
    return service;
  }

  /** Opens a page in a new English session; script errors fail {@link #close()}. */
  public Page visit(String path) {
    return visit(path, "en-GB");
  }

  /**
   * @param language locale of the browser
   */
  public Page visit(String path, String language) {
    BrowserContext visitor =
        Chromium.ONE.newContext(
            new Browser.NewContextOptions()
                .setLocale(language)
                .setViewportSize(WIDTHS.get(0), HEIGHT)
                .setPermissions(List.of("clipboard-read", "clipboard-write"))
                .setBaseURL(service.address("").toString()));
    visitors.add(visitor);
    visitor.onPage(this::listen);
    visitor.setDefaultTimeout(PATIENCE);
    Page page = visitor.newPage();
    page.navigate(path);
    return page;
  }

  /**
   * Pages show refused requests, and a newer preview replaces the one that is on its way; all other
   * console errors are defects.
   */
  private void listen(Page page) {
    page.onPageError(error -> scriptErrors.add(page.url() + ": " + error));
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")
              && !message.text().startsWith("Failed to load")
              && !ABORTED.contains(message.text())) {
            scriptErrors.add(page.url() + ": " + message.text());
          }
        });
  }

  /**
   * Asserts accessibility (WCAG 2.2 AA) in light and dark and in all widths, and with {@code
   * -Dredress.screenshots=true} takes screenshots: {@code
   * target/screenshots/NAME-WIDTH-SCHEME.png}.
   */
  public static void inspect(Page page, String name) {
    List<String> faults = new ArrayList<>();
    for (int width : WIDTHS) {
      page.setViewportSize(width, HEIGHT);
      faults.addAll(faultsInThisWidth(page, name));
    }
    assertThat(faults).isEmpty();
    page.setViewportSize(WIDTHS.get(0), HEIGHT);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
  }

  /** What is wrong with a page in the width that it has; takes the same screenshots. */
  static List<String> faultsInThisWidth(Page page, String name) {
    int width = page.viewportSize().width;
    List<String> faults = new ArrayList<>();
    for (ColorScheme scheme : schemes(width)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      String picture = name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
      if (Boolean.getBoolean("redress.screenshots")) {
        page.screenshot(
            new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(picture + ".png"))
                .setFullPage(true));
      }
      violations(axe(page, scheme)).forEach(one -> faults.add(picture + ": " + one));
      Number wider = (Number) page.evaluate("document.documentElement.scrollWidth - innerWidth");
      if (wider.intValue() > 0) {
        faults.add(picture + ": " + wider + " px wider than the window");
      }
    }
    return faults;
  }

  /** Both in CI; else the wide page in light and the narrow one in dark. */
  private static List<ColorScheme> schemes(int width) {
    if ("full".equals(System.getProperty("redress.walk"))) {
      return List.of(ColorScheme.LIGHT, ColorScheme.DARK);
    }
    return List.of(width == WIDTHS.get(0) ? ColorScheme.LIGHT : ColorScheme.DARK);
  }

  /**
   * All rules, but those of colours only where the light page is inspected too: just they differ.
   */
  private static AxeBuilder axe(Page page, ColorScheme scheme) {
    // To list where all rules hold takes longer than to check them.
    AxeRunOptions options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    AxeBuilder axe = new AxeBuilder(page).options(options);
    return scheme == ColorScheme.DARK && schemes(page.viewportSize().width).size() > 1
        ? axe.withRules(COLOURS)
        : axe.withTags(WCAG_2_2_AA);
  }

  /** Our pages have no frames, so axe needs no second page to collect its results. */
  private static Stream<String> violations(AxeBuilder axe) {
    return axe.setLegacyMode(true).analyze().getViolations().stream()
        .flatMap(
            rule ->
                rule.getNodes().stream()
                    .map(
                        node ->
                            rule.getId() + ": " + node.getHtml() + " " + node.getFailureSummary()));
  }

  @Override
  public void close() throws InterruptedException {
    visitors.forEach(BrowserContext::close);
    if (owned) {
      service.close();
    }
    assertThat(scriptErrors).as("errors of scripts").isEmpty();
  }
}
