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
  private final BooleanSupplier people;
  private final List<String> folderAuthors;
  private final BiPredicate<String, String> samePerson;

  /**
   * @param people whether callers have names of their own
   * @param folderAuthors names of those who can write to the folders
   * @param samePerson whether two names belong to one person
   */
  FourEyes(
      BooleanSupplier on,
      BooleanSupplier people,
      List<String> folderAuthors,
      BiPredicate<String, String> samePerson) {
    this.on = on;
    this.people = people;
    this.folderAuthors = List.copyOf(folderAuthors);
    this.samePerson = samePerson;
  }

  @Inject
  FourEyes(
      Protection protection,
      KnownPeople known,
      @ConfigProperty(name = "redress.four-eyes") boolean wanted,
      @ConfigProperty(name = "redress.rules.authors") Optional<List<String>> folderAuthors) {
    this(
        () -> wanted && !protection.open(),
        () -> !protection.open(),
        folderAuthors.orElse(List.of()),
        known::same);
  }

  /**
   * Why the actor may not activate a rule set; empty if allowed.
   *
   * @param stages the rule set, and those from which it goes on that never were active
   */
  Optional<String> objection(List<StoredRuleSet> stages, Actor by) {
    return by.fromInside() || !on.getAsBoolean() ? Optional.empty() : authorship(stages, by);
  }

  /** Whether people have names of their own, because access is protected. */
  boolean knowsPeople() {
    return people.getAsBoolean();
  }

  /** Whether the actor is known to be another person than the authors of a rule set. */
  boolean isSecondPerson(List<StoredRuleSet> stages, Actor by) {
    return !by.fromInside() && knowsPeople() && authorship(stages, by).isEmpty();
  }

  private Optional<String> authorship(List<StoredRuleSet> stages, Actor by) {
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
