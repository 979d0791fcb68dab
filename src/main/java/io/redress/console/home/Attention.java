package io.redress.console.home;

import io.redress.check.verify.Finding;
import io.redress.console.Links;
import io.redress.lifecycle.AdmissionReport;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.phrase.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What somebody should look at. */
record Attention(List<Item> items) {
  /** So many gaps and the like are told one by one. */
  private static final int SOME = 5;

  /** How much it matters. */
  enum Level {
    BAD,
    WARN
  }

  /**
   * One thing.
   *
   * @param key of the text, whose arguments follow
   */
  record Item(Level level, String key, Object[] arguments, String href) {
    /** The level, as styles name it. */
    public String style() {
      return level.name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param alarm that another rule set should decide, which can not be read
   * @param waiting how many candidates there are
   */
  static Attention of(StoredRuleSet active, Optional<String> alarm, int waiting) {
    List<Item> items = new ArrayList<>();
    AdmissionReport report = AdmissionReport.read(active);
    String page = "/rulesets/" + active.version();
    alarm.ifPresent(why -> items.add(item(Level.BAD, "home.alarm", "/rulesets", why)));
    if (report.tests().failed() > 0) {
      items.add(item(Level.BAD, "home.failed", "/cases", report.tests().failed()));
    }
    if (!report.problems().isEmpty()) {
      items.add(item(Level.BAD, "home.problems", page, report.problems().size()));
    }
    List<Finding> findings =
        report.findings().stream()
            .filter(found -> found.severity() != Finding.Severity.NOTE)
            .toList();
    findings.stream()
        .limit(SOME)
        .map(
            found ->
                item(
                    Level.WARN,
                    "home.finding",
                    Links.table(active.version(), found.table()),
                    found.table(),
                    Phrase.gist(found.code(), found.message())))
        .forEach(items::add);
    if (findings.size() > SOME) {
      items.add(item(Level.WARN, "home.moreFindings", page, findings.size() - SOME));
    }
    if (!report.tests().uncovered().isEmpty()) {
      items.add(item(Level.WARN, "home.uncovered", "/cases", report.tests().uncovered().size()));
    }
    if (waiting > 0) {
      items.add(item(Level.WARN, "home.waiting", "/rulesets", waiting));
    }
    return new Attention(items);
  }

  private static Item item(Level level, String key, String href, Object... arguments) {
    return new Item(level, key, arguments, href);
  }
}
