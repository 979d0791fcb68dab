package io.redress.journal.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.journal.read.Cut;
import io.redress.journal.read.Cuts;
import io.redress.journal.verify.IntegrityFinding.Kind;
import io.redress.lifecycle.store.Activation;
import io.redress.lifecycle.store.ActivationStore;
import io.redress.lifecycle.store.RuleSetStore;
import io.redress.platform.database.Database;
import io.redress.security.audit.AuditAction;
import io.redress.security.audit.AuditEvent;
import io.redress.security.audit.AuditLink;
import io.redress.security.audit.AuditLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks the chain of the audit log, and that it has an event for each rule set, each activation
 * and each cut of the journal, with the same content.
 */
final class AuditCheck {
  /** What stands for the name of a replica in anchors and findings of the audit log. */
  static final String AUDIT = "audit";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BATCH_SIZE = 1_000;

  private final AuditLog log;
  private final Database database;
  private final Consumer<IntegrityFinding> findings;
  private final List<Anchor> anchors;

  private final AuditedRuleSets ruleSets = new AuditedRuleSets();
  private final Map<Long, AuditEvent> activations = new HashMap<>();
  private final Map<CutPlace, AuditEvent> cuts = new HashMap<>();
  private final List<Cut> reported = new ArrayList<>();

  private record CutPlace(String replica, long through) {}

  private Instant begun = Instant.EPOCH;
  private boolean hasOlderEvents;
  private @Nullable String end;
  private long last = Long.MIN_VALUE;
  private long events;

  /**
   * @param anchors former heads of chains; those of the audit log are looked up
   */
  AuditCheck(Database database, List<Anchor> anchors, Consumer<IntegrityFinding> findings) {
    this.log = new AuditLog(database);
    this.database = database;
    this.anchors = anchors.stream().filter(Anchor::ofAudit).toList();
    this.findings = findings;
  }

  void run() {
    begun = log.chainBegun();
    if (begun.isAfter(Instant.now())) {
      add(Kind.CHANGED, 0, "The chain begins in the future, at " + begun + ".");
    }
    end = AuditLink.genesis(begun);
    Set<Long> wanted = anchors.stream().map(Anchor::number).collect(Collectors.toSet());
    Map<Long, String> anchored = new HashMap<>();
    long next = Long.MIN_VALUE;
    List<AuditLink> batch;
    do {
      batch = log.links(next, BATCH_SIZE);
      for (AuditLink link : batch) {
        check(link);
        if (wanted.contains(last)) {
          anchored.put(last, String.valueOf(link.hash()));
        }
      }
      next = last + 1;
    } while (!batch.isEmpty() && last < Long.MAX_VALUE);
    anchors.stream()
        .filter(anchor -> !anchor.hash().equals(anchored.get(anchor.number())))
        .forEach(
            anchor ->
                add(
                    Kind.ANCHOR_LOST,
                    anchor.number(),
                    "The anchor's event is missing, or another one is in its place."));
    if (events == 0 && hasOlderEvents) {
      add(Kind.NOTHING, 0, "No event of the audit log is in its chain, which proves nothing.");
    }
    ruleSets.check(
        new RuleSetStore(database), this::isOlder, message -> unaudited("rule-set", 0, message));
    checkActivations();
    checkCuts();
  }

  /** Whether events came since they were read, of which what was read later may tell. */
  boolean overtaken() {
    return last < Long.MAX_VALUE && !log.links(last + 1, 1).isEmpty();
  }

  /** Events in the chain. */
  long events() {
    return events;
  }

  /** The cuts of the journal, by the audit log; those of one run of retention as one. */
  List<Cut> cuts() {
    return Cut.joined(reported);
  }

  Optional<Anchor> anchor() {
    return events == 0
        ? Optional.empty()
        : Optional.of(new Anchor(AUDIT, last, String.valueOf(end)));
  }

  private void check(AuditLink link) {
    AuditEvent event = link.event();
    last = event.number();
    if (last < 1) {
      add(Kind.UNLINKED, last, "Events are numbered from 1.");
      return;
    }
    if (link.hash() == null && events == 0) {
      hasOlderEvents = true;
      if (!event.happenedAt().isBefore(begun)) {
        add(Kind.CHANGED, last, "The event has no hash, and is not older than the chain.");
      }
      return;
    }
    events++;
    if (!link.intact()) {
      add(Kind.CHANGED, last, "The event does not match its hash.");
    } else if (!Objects.equals(link.previous(), end)) {
      add(Kind.UNLINKED, last, "The event does not link to the one before it.");
    }
    end = link.hash();
    remember(event);
  }

  private void remember(AuditEvent event) {
    JsonNode details = details(event);
    boolean first = ruleSets.remember(event, details);
    if (is(event, AuditAction.RULE_SET_ACTIVATED)) {
      first = activations.putIfAbsent(details.path("number").asLong(), event) == null;
    } else if (is(event, AuditAction.JOURNAL_CUT)) {
      CutPlace place = new CutPlace(event.subject(), details.path("through").asLong());
      first = cuts.putIfAbsent(place, event) == null;
    }
    if (!first) {
      unaudited(AUDIT, event.number(), "The event is about what an earlier event has already.");
    }
  }

  private static boolean is(AuditEvent event, AuditAction action) {
    return event.what().equals(action.name());
  }

  static JsonNode details(AuditEvent event) {
    try {
      return JSON.readTree(event.details());
    } catch (JsonProcessingException changed) {
      return JSON.missingNode();
    }
  }

  private void checkActivations() {
    ActivationStore store = new ActivationStore(database);
    long count = 0;
    List<Activation> page;
    do {
      page = store.page(count, BATCH_SIZE);
      page.forEach(this::check);
      count += page.size();
    } while (!page.isEmpty());
    activations.forEach(
        (number, event) ->
            unaudited("activation", number, "The audit log has it, and it is not stored."));
  }

  private void check(Activation stored) {
    AuditEvent audited = activations.remove(stored.number());
    boolean same =
        audited == null
            ? isOlder(stored.activatedAt())
            : audited.subject().equals(stored.version())
                && audited.who().equals(stored.activatedBy())
                && audited.happenedAt().equals(stored.activatedAt());
    if (!same) {
      unaudited("activation", stored.number(), "It is not as the audit log has it.");
    }
  }

  private void checkCuts() {
    for (Cut cut : new Cuts(database).all()) {
      AuditEvent audited = cuts.get(new CutPlace(cut.replica(), cut.through()));
      JsonNode details = audited == null ? JSON.missingNode() : details(audited);
      boolean same =
          audited == null
              ? isOlder(cut.cutAt())
              : audited.happenedAt().equals(cut.cutAt())
                  && details.path("hash").asText().equals(cut.hash());
      if (!same) {
        unaudited(
            cut.replica(),
            cut.through(),
            "Entries were cut up to here, and no retention did that by the audit log.");
      }
      reported.add(
          cut.by(
              audited == null ? null : audited.who(),
              details.path("decisions").asLong(),
              details.path("decidedBefore").asText(null)));
    }
  }

  /**
   * Whether something is older than the chain, whose events cannot tell about it. If there is no
   * event from before the chain, nothing else can be.
   */
  private boolean isOlder(Instant time) {
    return hasOlderEvents && time.isBefore(begun);
  }

  private void unaudited(String place, long number, String message) {
    findings.accept(IntegrityFinding.ofPlace(Kind.UNAUDITED, place, number, message));
  }

  private void add(Kind kind, long number, String message) {
    findings.accept(IntegrityFinding.ofPlace(kind, AUDIT, number, message));
  }
}
