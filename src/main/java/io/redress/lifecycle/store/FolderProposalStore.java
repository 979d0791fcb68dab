package io.redress.lifecycle.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.platform.database.Database;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/** Stores what the folders held each time they were proposed. */
@Singleton
public class FolderProposalStore {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Jdbi jdbi;
  private final boolean shared;

  public FolderProposalStore(Database database) {
    this.jdbi = database.jdbi();
    this.shared = database.shared();
  }

  /** What the folders held when they were proposed last. */
  public Optional<FolderProposal> latest() {
    return first("select version, files from folder_proposal order by number desc limit 1");
  }

  /** The same, of those proposals that were activated at some time. */
  public Optional<FolderProposal> latestActivated() {
    return first(
        "select version, files from folder_proposal where version in"
            + " (select version from activation) order by number desc limit 1");
  }

  /**
   * Whether these files are not news at start-up: they were proposed last. Replicas that share a
   * database may have folders of different releases, so there any earlier proposal counts.
   */
  public boolean knows(Map<String, String> files) {
    if (!shared) {
      return latest().filter(proposal -> proposal.files().equals(files)).isPresent();
    }
    return jdbi.withHandle(
        handle ->
            handle
                    .createQuery("select count(*) from folder_proposal where files = :files")
                    .bind("files", json(files))
                    .mapTo(Integer.class)
                    .one()
                > 0);
  }

  public void add(FolderProposal proposal, Instant at) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "insert into folder_proposal (number, version, proposed_at, files)"
                    + " select coalesce(max(number), 0) + 1, ?, ?, ? from folder_proposal"
                    + " on conflict do nothing",
                proposal.version(),
                at.atOffset(ZoneOffset.UTC),
                json(proposal.files())));
  }

  private Optional<FolderProposal> first(String sql) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(sql)
                .map(
                    (row, context) ->
                        new FolderProposal(row.getString("version"), files(row.getString("files"))))
                .findOne());
  }

  private static String json(Map<String, String> files) {
    try {
      return JSON.writeValueAsString(new TreeMap<>(files));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Map<String, String> files(String json) {
    try {
      return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
