package io.redress.lifecycle;

import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.security.access.KnownPeople;
import io.redress.security.access.Protection;
import io.redress.security.audit.Actor;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Four-eyes principle: the authors of a rule set, and those of its earlier stages, may not activate
 * it, if access is protected and {@code redress.four-eyes} is on. Authors of what was saved in the
 * folders are all who are named in {@code redress.rules.authors}. Rolling back to a rule set that
 * was active is allowed.
 */
@Singleton
final class FourEyes {
  private final BooleanSupplier on;
  private final List<String> folderAuthors;
  private final BiPredicate<String, String> samePerson;

  /**
   * @param folderAuthors names of those who can write to the folders
   * @param samePerson whether two names belong to one person
   */
  FourEyes(BooleanSupplier on, List<String> folderAuthors, BiPredicate<String, String> samePerson) {
    this.on = on;
    this.folderAuthors = List.copyOf(folderAuthors);
    this.samePerson = samePerson;
  }

  @Inject
  FourEyes(
      Protection protection,
      KnownPeople people,
      @ConfigProperty(name = "redress.four-eyes") boolean wanted,
      @ConfigProperty(name = "redress.rules.authors") Optional<List<String>> folderAuthors) {
    this(() -> wanted && !protection.open(), folderAuthors.orElse(List.of()), people::same);
  }

  /**
   * Why the actor may not activate a rule set; empty if allowed.
   *
   * @param stages the rule set, and those from which it goes on that never were active
   */
  Optional<String> objection(List<StoredRuleSet> stages, Actor by) {
    if (by.fromInside() || !on.getAsBoolean()) {
      return Optional.empty();
    }
    return stages.stream()
        .filter(stage -> stage.status().inWork())
        .flatMap(stage -> objection(stage, stage != stages.get(0), by).stream())
        .findFirst();
  }

  private Optional<String> objection(StoredRuleSet ruleSet, boolean earlier, Actor by) {
    if (earlier && samePerson.test(ruleSet.createdBy(), by.name())) {
      return Optional.of(
          "You made an earlier stage of it yourself, version "
              + ruleSet.number()
              + ". Ask another person to review and activate it.");
    }
    if (samePerson.test(ruleSet.createdBy(), by.name())) {
      return Optional.of("You sent it yourself. Ask another person to review and activate it.");
    }
    boolean fromFolder = ruleSet.createdBy().equals(Actor.FOLDER);
    return fromFolder && folderAuthors.stream().anyMatch(name -> samePerson.test(name, by.name()))
        ? Optional.of(
            "It comes from the folder, to which you can write. Ask another person to review and"
                + " activate it.")
        : Optional.empty();
  }
}
