package io.redress.lifecycle;

import io.redress.ruleset.RuleSetFiles;
import java.util.List;

/** A rule set with its files, outside of the store. */
record KeptRules(StoredRuleSet ruleSet, RuleSetFiles files) {

  List<StoredFile> list() {
    return files.all().entrySet().stream()
        .map(
            file ->
                new StoredFile(
                    file.getKey(), file.getValue().length, RuleSetFiles.sha256(file.getValue())))
        .toList();
  }
}
