package io.redress.console.home;

import io.redress.console.rulesets.Links;
import io.redress.lifecycle.Report;
import io.redress.lifecycle.StoredRuleSet;
import io.redress.verify.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What somebody should look at. */
record Attention(List<Item> items) {
  /** So many gaps and the like are told one by one. */
  private static final int SOME = 5;

  /** How much it matters, as styles name it. */
  enum Level {
    bad,
    warn
  }

  /**
   * One thing.
   *
   * @param key of the text, whose arguments follow
   */
  record Item(Level level, String key, Object[] arguments, String href) {}

  /**
   * @param alarm that another rule set should decide, which can not be read
   * @param waiting how many candidates there are
   */
  static Attention of(StoredRuleSet active, Optional<String> alarm, int waiting) {
    List<Item> items = new ArrayList<>();
    Report report = Report.read(active);
    String page = "/rulesets/" + active.version();
    alarm.ifPresent(why -> items.add(item(Level.bad, "home.alarm", "/rulesets", why)));
    if (report.tests().failed() > 0) {
      items.add(item(Level.bad, "home.failed", "/cases", report.tests().failed()));
    }
    if (!report.problems().isEmpty()) {
      items.add(item(Level.bad, "home.problems", page, report.problems().size()));
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
                    Level.warn,
                    "home.finding",
                    Links.table(active.version(), found.table()),
                    found.table(),
                    found.message()))
        .forEach(items::add);
    if (findings.size() > SOME) {
      items.add(item(Level.warn, "home.moreFindings", page, findings.size() - SOME));
    }
    if (!report.tests().uncovered().isEmpty()) {
      items.add(item(Level.warn, "home.uncovered", "/cases", report.tests().uncovered().size()));
    }
    if (waiting > 0) {
      items.add(item(Level.warn, "home.waiting", "/rulesets", waiting));
    }
    return new Attention(items);
  }

  private static Item item(Level level, String key, String href, Object... arguments) {
    return new Item(level, key, arguments, href);
  }
}
