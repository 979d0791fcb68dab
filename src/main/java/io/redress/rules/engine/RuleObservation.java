package io.redress.rules.engine;

import io.redress.domain.decision.RuleSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.base.base.ValueResolver;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.Pattern;
import org.drools.base.rule.constraint.AlphaNodeFieldConstraint;
import org.drools.base.rule.constraint.Constraint;
import org.drools.modelcompiler.constraints.LambdaConstraint;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.definition.rule.Rule;
import org.kie.api.event.rule.ObjectDeletedEvent;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.event.rule.ObjectUpdatedEvent;
import org.kie.api.event.rule.RuleRuntimeEventListener;
import org.kie.api.runtime.rule.FactHandle;

/**
 * Tries the conditions of rules on each fact of a session as it comes, to say why rules do not
 * fire.
 *
 * <p>Rules of one pattern are explained, as the flow has them; of others it is only known whether
 * they fired.
 */
final class RuleObservation implements RuleRuntimeEventListener {
  private final List<Watched> watched = new ArrayList<>();
  private final Map<FactHandle, List<Watched>> met = new HashMap<>();
  private final Set<String> fired = new HashSet<>();
  private final ValueResolver session;
  private @Nullable String last;

  /** A rule, and how far it has come. */
  private static final class Watched {
    private final RuleSource source;
    private final String name;
    private final @Nullable Pattern pattern;
    private @Nullable List<String> failed;
    private @Nullable String overtakenBy;

    private Watched(RuleSource source, String name, @Nullable Pattern pattern) {
      this.source = source;
      this.name = name;
      this.pattern = pattern;
    }

    private RuleState state(boolean hasFired) {
      boolean waits = !hasFired && failed == null && pattern != null;
      return new RuleState(
          source,
          hasFired,
          hasFired || failed == null ? List.of() : failed,
          waits ? simpleName(pattern) : null,
          hasFired ? null : overtakenBy);
    }

    private static @Nullable String simpleName(@Nullable Pattern pattern) {
      return pattern == null
          ? null
          : pattern.getObjectType().getClassName().replaceFirst("^.*[.$]", "");
    }
  }

  /**
   * @param sources the place of each rule, by name
   */
  RuleObservation(KieBase base, Map<String, RuleSource> sources, ValueResolver session) {
    this.session = session;
    base.getKiePackages().stream()
        .flatMap(group -> group.getRules().stream())
        .forEach(
            rule -> {
              RuleSource source = sources.get(rule.getName());
              if (source != null) {
                watched.add(new Watched(source, rule.getName(), pattern(rule)));
              }
            });
    watched.sort(
        Comparator.comparing((Watched rule) -> rule.source.file())
            .thenComparing(
                rule ->
                    rule.source instanceof RuleSource.DrlRule drl
                        ? drl.line()
                        : ((RuleSource.TableRow) rule.source).row()));
  }

  /** The only pattern of a rule; null when it has several, or other elements. */
  private static @Nullable Pattern pattern(Rule rule) {
    List<?> elements = ((RuleImpl) rule).getLhs().getChildren();
    return elements.size() == 1 && elements.get(0) instanceof Pattern only ? only : null;
  }

  /** A rule fires. */
  void firing(RuleSource rule) {
    fired.add(rule.rule());
    last = rule.rule();
  }

  @Override
  public void objectInserted(ObjectInsertedEvent event) {
    for (Watched rule : watched) {
      Pattern pattern = rule.pattern;
      if (pattern != null && pattern.getObjectType().isAssignableTo(event.getObject().getClass())) {
        List<String> failed = failed(pattern, event.getFactHandle());
        if (rule.failed == null || failed.size() < rule.failed.size()) {
          rule.failed = failed;
        }
        if (failed.isEmpty()) {
          met.computeIfAbsent(event.getFactHandle(), handle -> new ArrayList<>()).add(rule);
        }
      }
    }
  }

  private List<String> failed(Pattern pattern, FactHandle fact) {
    List<String> failed = new ArrayList<>();
    for (Constraint condition : pattern.getConstraints()) {
      if (condition instanceof AlphaNodeFieldConstraint test && !test.isAllowed(fact, session)) {
        failed.add(
            condition instanceof LambdaConstraint written
                ? written.getPredicateInformation().getStringConstraint()
                : condition.toString());
      }
    }
    return failed;
  }

  @Override
  public void objectDeleted(ObjectDeletedEvent event) {
    List<Watched> waiting = met.remove(event.getFactHandle());
    if (waiting != null) {
      waiting.stream()
          .filter(rule -> !fired.contains(rule.name))
          .forEach(rule -> rule.overtakenBy = last);
    }
  }

  @Override
  public void objectUpdated(ObjectUpdatedEvent event) {
    // Facts of the flow are records; those that a rule changes are tried once, as they come.
  }

  List<RuleState> states() {
    return watched.stream().map(rule -> rule.state(fired.contains(rule.source.rule()))).toList();
  }
}
