package io.redress.console.home;

import io.redress.check.verify.Finding;
import io.redress.console.Links;
import io.redress.lifecycle.AdmissionReport;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.phrase.Phrase;
import io.redress.rules.ruleset.IgnoredFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The items of the home page that need attention. */
record Attention(List<Item> items) {
  private static final int MAX_FINDINGS = 5;

  /** The severity of an item. */
  enum Level {
    BAD,
    WARN
  }

  /**
   * An item.
   *
   * @param key message key
   */
  record Item(Level level, String key, Object[] arguments, String href) {
    /** The CSS class. */
    public String style() {
      return level.name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param alarm that the active rule set cannot be loaded and a fallback serves
   * @param candidates number of candidates
   * @param shadow what decides beside the active rule set; empty if nothing does
   * @param ignored files in the folders that are not read
   */
  static Attention of(
      StoredRuleSet active,
      Optional<String> alarm,
      int candidates,
      Optional<Item> shadow,
      List<IgnoredFile> ignored) {
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
    List<Finding> findings = report.findings();
    findings.stream()
        .limit(MAX_FINDINGS)
        .map(
            found ->
                item(
                    Level.WARN,
                    "home.finding",
                    found.table().isEmpty() ? page : Links.table(active.version(), found.table()),
                    found.table().isEmpty() ? found.file() : found.table(),
                    Phrase.gist(found.code(), found.message())))
        .forEach(items::add);
    if (findings.size() > MAX_FINDINGS) {
      items.add(item(Level.WARN, "home.moreFindings", page, findings.size() - MAX_FINDINGS));
    }
    if (!report.tests().uncovered().isEmpty()) {
      items.add(item(Level.WARN, "home.uncovered", "/cases", report.tests().uncovered().size()));
    }
    if (candidates > 0) {
      items.add(item(Level.WARN, "home.waiting", "/rulesets", candidates));
    }
    shadow.ifPresent(items::add);
    ignored.stream()
        .filter(file -> file.kind() != IgnoredFile.Kind.OPEN)
        .map(
            file ->
                item(
                    Level.WARN,
                    "rulesets.ignored." + file.kind(),
                    "/rulesets",
                    file.name(),
                    file.of()))
        .forEach(items::add);
    return new Attention(items);
  }

  static Item item(Level level, String key, String href, Object... arguments) {
    return new Item(level, key, arguments, href);
  }
}
