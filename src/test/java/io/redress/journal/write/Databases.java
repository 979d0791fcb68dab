package io.redress.journal.write;

import io.redress.platform.database.Database;
import io.redress.platform.database.DatabaseSettings;
import io.redress.platform.database.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Both kinds of databases, for tests that run on each. */
public enum Databases {
  EMBEDDED {
    @Override
    public DatabaseSettings fresh() {
      try {
        return DatabaseSettings.embedded(Files.createTempDirectory("redress"));
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }

    @Override
    public void permitAll(Database database) {
      database
          .jdbi()
          .useHandle(
              handle -> {
                handle.execute("drop trigger journal_entry_unchanged");
                handle.execute("drop trigger journal_entry_kept");
                handle.execute("drop trigger journal_chain_unchanged");
                handle.execute("drop trigger journal_chain_kept");
                handle.execute("drop trigger journal_cut_kept");
                handle.execute("drop trigger audit_event_kept");
                handle.execute("drop trigger audit_chain_kept");
              });
    }

    @Override
    public void refuseDeletions(Database database) {
      database
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute(
                      "create trigger journal_entry_kept before delete on journal_entry"
                          + " for each row call 'io.redress.database.KeptUnlessCutOrMoved'"));
    }
  },
  POSTGRESQL {
    @Override
    public DatabaseSettings fresh() {
      return Server.ONE.fresh();
    }

    @Override
    public void permitAll(Database database) {
      database
          .jdbi()
          .useHandle(
              handle -> {
                handle.execute("alter table journal_entry disable trigger all");
                handle.execute("alter table journal_chain disable trigger all");
                handle.execute("alter table journal_cut disable trigger all");
                handle.execute("alter table audit_event disable trigger all");
                handle.execute("alter table audit_chain disable trigger all");
              });
    }

    @Override
    public void refuseDeletions(Database database) {
      database
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute("alter table journal_entry enable trigger journal_entry_kept"));
    }
  };

  private static final class Server {
    static final PostgresServer ONE = new PostgresServer();
  }

  public abstract DatabaseSettings fresh();

  /** Removes the protection of entries against changes, as the owner of the machine can. */
  public abstract void permitAll(Database database);

  /** Refuses again to delete entries of versions before. */
  public abstract void refuseDeletions(Database database);
}
