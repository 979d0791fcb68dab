package io.redress.lifecycle.store;

import io.redress.platform.text.Sha256;
import io.redress.rules.ruleset.RuleSetFiles;
import java.util.List;

/** A rule set with its files, outside the database. */
public record RuleSetSnapshot(StoredRuleSet ruleSet, RuleSetFiles files) {

  public List<StoredFile> list() {
    return files.all().entrySet().stream()
        .map(
            file ->
                new StoredFile(file.getKey(), file.getValue().length, Sha256.of(file.getValue())))
        .toList();
  }
}
