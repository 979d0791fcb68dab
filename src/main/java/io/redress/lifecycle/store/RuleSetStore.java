package io.redress.lifecycle.store;

import io.redress.platform.database.Database;
import io.redress.platform.text.Sha256;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.security.audit.Actor;
import io.redress.security.audit.AuditAction;
import io.redress.security.audit.AuditLog;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * Stores rule sets for ever. The contents of rule sets that can be read are never changed or
 * deleted. Each call is one transaction.
 */
@Singleton
public class RuleSetStore {
  private static final String RULE_SETS =
      """
      select r.*, a.last, (select max(number) from activation) as newest,
        (select c.version from rule_set c
          where c.parent = r.version and c.readable and c.archived_at is null
          order by c.number desc limit 1) as continued_by
      from rule_set r
      left join (select version, max(number) as last from activation group by version) a
        on a.version = r.version
      """;

  private static final int MAX_ATTEMPTS = 20;

  private static final String CONTINUED =
      "exists (select 1 from rule_set c where c.parent = r.version and c.readable"
          + " and c.archived_at is null)";

  private static final String IN_WORK = "r.readable and a.last is null and r.archived_at is ";

  private final Jdbi jdbi;

  public RuleSetStore(Database database) {
    this.jdbi = database.jdbi();
  }

  /**
   * Stores a rule set with its files, unless that version is stored already. A rejected one is
   * replaced, because another version of the program may be able to read it.
   */
  public void add(StoredRuleSet ruleSet, RuleSetFiles files, Actor by) {
    jdbi.useTransaction(
        handle -> {
          deleteRejected(handle, ruleSet.version());
          Map<String, byte[]> bySha256 = new TreeMap<>();
          files.all().values().forEach(bytes -> bySha256.put(Sha256.of(bytes), bytes));
          bySha256.forEach(
              (sha256, bytes) ->
                  handle.execute(
                      "insert into rule_file (sha256, content) values (?, ?)"
                          + " on conflict do nothing",
                      sha256,
                      bytes));
          if (inserted(handle, ruleSet)) {
            insertFiles(handle, ruleSet.version(), files);
            AuditLog.append(
                handle,
                by,
                ruleSet.status() == RuleSetStatus.REJECTED
                    ? AuditAction.RULE_SET_REJECTED
                    : AuditAction.RULE_SET_PROPOSED,
                ruleSet.version(),
                ruleSet.createdAt(),
                added(handle, ruleSet));
          }
        });
  }

  private static Map<String, Object> added(Handle handle, StoredRuleSet ruleSet) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("comment", ruleSet.comment());
    details.put("row", StoredRuleSetRow.hash(ruleSet));
    details.put(
        "number",
        handle
            .createQuery("select number from rule_set where version = :version")
            .bind("version", ruleSet.version())
            .mapTo(Long.class)
            .one());
    if (ruleSet.stage().basedOn() != null) {
      details.put("basedOn", ruleSet.stage().basedOn());
    }
    return details;
  }

  private static void deleteRejected(Handle handle, String version) {
    handle.execute(
        "delete from rule_set_file where version in"
            + " (select version from rule_set where version = ? and not readable)",
        version);
    handle.execute("delete from rule_set where version = ? and not readable", version);
  }

  /**
   * False if the version is stored already. The next number may be taken by another replica at the
   * same time, then it is another one.
   */
  private static boolean inserted(Handle handle, StoredRuleSet ruleSet) {
    boolean inserted = insert(handle, ruleSet) == 1;
    for (int i = 0; !inserted && !isStored(handle, ruleSet.version()) && i < MAX_ATTEMPTS; i++) {
      inserted = insert(handle, ruleSet) == 1;
    }
    return inserted;
  }

  private static boolean isStored(Handle handle, String version) {
    return handle
            .createQuery("select count(*) from rule_set where version = :version")
            .bind("version", version)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  private static int insert(Handle handle, StoredRuleSet ruleSet) {
    return handle
        .createUpdate(
            """
            insert into rule_set (version, hash, created_at, created_by, comment, parent, readable,
              hindrances, report, based_on, number)
            values (:version, :hash, :createdAt, :createdBy, :comment, :parent, :readable,
              :hindrances, :report, :basedOn, (select coalesce(max(number), 0) + 1 from rule_set))
            on conflict do nothing
            """)
        .bind("version", ruleSet.version())
        .bind("hash", ruleSet.hash())
        .bind("createdAt", utc(ruleSet.createdAt()))
        .bind("createdBy", ruleSet.createdBy())
        .bind("comment", ruleSet.comment())
        .bind("parent", ruleSet.parent())
        .bind("readable", ruleSet.status() != RuleSetStatus.REJECTED)
        .bind("hindrances", StoredRuleSetRow.json(ruleSet.activationBlockers()))
        .bind("report", ruleSet.report())
        .bind("basedOn", ruleSet.stage().basedOn())
        .execute();
  }

  private static void insertFiles(Handle handle, String version, RuleSetFiles files) {
    var batch =
        handle.prepareBatch(
            "insert into rule_set_file (version, name, sha256, size) values (?, ?, ?, ?)");
    files.all().forEach((name, bytes) -> batch.add(version, name, Sha256.of(bytes), bytes.length));
    batch.execute();
  }

  /** The hash of a row, as the audit log has it. */
  public String hash(StoredRuleSet ruleSet) {
    return StoredRuleSetRow.hash(ruleSet);
  }

  /** The versions of all rule sets. */
  public List<String> versions() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select version from rule_set order by version")
                .mapTo(String.class)
                .list());
  }

  public Optional<StoredRuleSet> find(String version) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(RULE_SETS + " where r.version = :version")
                .bind("version", version)
                .map(StoredRuleSetRow::read)
                .findOne());
  }

  /** Rule sets with one of the statuses, newest first. */
  public List<StoredRuleSet> page(Set<RuleSetStatus> statuses, long offset, int size) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    RULE_SETS
                        + condition(statuses)
                        + " order by r.created_at desc, r.version limit :size offset :offset")
                .bind("size", size)
                .bind("offset", offset)
                .map(StoredRuleSetRow::read)
                .list());
  }

  public int count(Set<RuleSetStatus> statuses) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select count(*) from (" + RULE_SETS + condition(statuses) + ") as counted")
                .mapTo(Integer.class)
                .one());
  }

  /** The number of those with one of the statuses that were made at an instant or later. */
  public int newer(Set<RuleSetStatus> statuses, Instant since) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select count(*) from ("
                        + RULE_SETS
                        + condition(statuses)
                        + " and r.created_at >= :since) as counted")
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .mapTo(Integer.class)
                .one());
  }

  /** Rule sets that go on from one, without those that are archived, newest first. */
  public List<StoredRuleSet> continuations(String version) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    RULE_SETS
                        + " where r.parent = :version and r.readable and r.archived_at is null"
                        + " order by r.number desc")
                .bind("version", version)
                .map(StoredRuleSetRow::read)
                .list());
  }

  /** The number of candidates that nothing blocks. */
  public int ready() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select count(*) from ("
                        + RULE_SETS
                        + condition(Set.of(RuleSetStatus.CANDIDATE))
                        + " and r.hindrances = '[]') as counted")
                .mapTo(Integer.class)
                .one());
  }

  /** Sets a candidate aside; false if it is archived already, or was active. */
  public boolean archive(String version, Stage.Archival archival, Actor by) {
    return changed(
        "update rule_set set archived_at = :at, archived_by = :by, archive_reason = :reason"
            + " where version = :version and readable and archived_at is null"
            + " and not exists (select 1 from activation where version = :version)",
        version,
        archival,
        AuditAction.RULE_SET_ARCHIVED,
        by);
  }

  /** Takes a candidate up again; false if it is not archived. */
  public boolean reopen(String version, Stage.Archival archival, Actor by) {
    return changed(
        "update rule_set set archived_at = null, archived_by = null, archive_reason = null"
            + " where version = :version and archived_at is not null",
        version,
        archival,
        AuditAction.RULE_SET_REOPENED,
        by);
  }

  private boolean changed(
      String update, String version, Stage.Archival archival, AuditAction action, Actor by) {
    return jdbi.inTransaction(
        handle -> {
          boolean changed =
              handle
                      .createUpdate(update)
                      .configure(SqlStatements.class, one -> one.setUnusedBindingAllowed(true))
                      .bind("version", version)
                      .bind("at", utc(archival.at()))
                      .bind("by", archival.by())
                      .bind("reason", archival.reason())
                      .execute()
                  == 1;
          if (changed) {
            AuditLog.append(
                handle, by, action, version, archival.at(), Map.of("reason", archival.reason()));
          }
          return changed;
        });
  }

  private static String condition(Set<RuleSetStatus> statuses) {
    return statuses.stream()
        .map(RuleSetStore::condition)
        .collect(Collectors.joining(" or ", "where (", ")"));
  }

  private static String condition(RuleSetStatus status) {
    return switch (status) {
      case REJECTED -> "not r.readable";
      case CANDIDATE -> IN_WORK + "null and not " + CONTINUED;
      case CONTINUED -> IN_WORK + "null and " + CONTINUED;
      case ARCHIVED -> IN_WORK + "not null";
      case ACTIVE -> "r.readable and a.last = (select max(number) from activation)";
      case RETIRED -> "r.readable and a.last < (select max(number) from activation)";
    };
  }

  /** The files of a rule set without their contents, ordered by name. */
  public List<StoredFile> files(String version) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select name, size, sha256 from rule_set_file where version = :version"
                        + " order by name")
                .bind("version", version)
                .map(ConstructorMapper.of(StoredFile.class))
                .list());
  }

  /** The files of a rule set, with their contents. */
  public RuleSetFiles contents(String version) {
    Map<String, byte[]> files = new TreeMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    "select name, content from rule_set_file natural join rule_file"
                        + " where version = :version")
                .bind("version", version)
                .map((row, context) -> files.put(row.getString("name"), row.getBytes("content")))
                .forEach(before -> {}));
    return RuleSetFiles.of(files);
  }

  /** The content of a file of any rule set by its SHA-256. */
  public Optional<byte[]> content(String sha256) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select content from rule_file where sha256 = :sha256")
                .bind("sha256", sha256)
                .map((row, context) -> row.getBytes("content"))
                .findOne());
  }

  /** Both databases store microseconds and no time zone. */
  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
