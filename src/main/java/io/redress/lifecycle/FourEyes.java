package io.redress.lifecycle;

import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.security.access.People;
import io.redress.security.access.Protection;
import io.redress.security.audit.Actor;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Four-eyes principle: the authors of a rule set, and those of its earlier stages, may not activate
 * it, if access is protected and {@code redress.four-eyes} is on. Authors of what was saved in the
 * folders are all who are named in {@code redress.rules.authors}. A key that an author created
 * since makes no second person. Rolling back to a rule set that was active is allowed.
 */
@Singleton
final class FourEyes {
  private static final String ASK = " Ask another person to review and activate it.";

  private final BooleanSupplier on;
  private final BooleanSupplier named;
  private final List<String> folderAuthors;
  private final People people;

  /**
   * @param named whether callers have names of their own
   * @param folderAuthors names of those who can write to the folders
   */
  FourEyes(BooleanSupplier on, BooleanSupplier named, List<String> folderAuthors, People people) {
    this.on = on;
    this.named = named;
    this.folderAuthors = List.copyOf(folderAuthors);
    this.people = people;
  }

  @Inject
  FourEyes(
      Protection protection,
      People people,
      @ConfigProperty(name = "redress.four-eyes") boolean wanted,
      @ConfigProperty(name = "redress.rules.authors") Optional<List<String>> folderAuthors) {
    this(
        () -> wanted && !protection.open(),
        () -> !protection.open(),
        folderAuthors.orElse(List.of()),
        people);
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
    return named.getAsBoolean();
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
    String author = ruleSet.createdBy();
    if (people.same(author, by.name())) {
      return Optional.of(
          (earlier
                  ? "You made an earlier stage of it yourself, version " + ruleSet.number() + "."
                  : "You sent it yourself.")
              + ASK);
    }
    if (standsFor(author, ruleSet, by)) {
      return Optional.of(
          "A key of yours was created after it by " + author + ", who is its author." + ASK);
    }
    boolean fromFolder = author.equals(Actor.FOLDER);
    return fromFolder
            && folderAuthors.stream()
                .anyMatch(name -> people.same(name, by.name()) || standsFor(name, ruleSet, by))
        ? Optional.of("It comes from the folder, to which you can write." + ASK)
        : Optional.empty();
  }

  /** Clients of the time before access was protected are no person. */
  private boolean standsFor(String author, StoredRuleSet ruleSet, Actor by) {
    return !author.equals(Actor.LOCAL)
        && people.mayStandFor(author, by.name(), ruleSet.createdAt());
  }
}
