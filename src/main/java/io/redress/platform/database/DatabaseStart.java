package io.redress.platform.database;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Ends the start with one line where waiting for the database is useless. */
@Singleton
class DatabaseStart {
  private static final Logger LOG = Logger.getLogger("io.redress");

  /** Before all that uses the database. */
  private static final int FIRST = 50;

  private final Instance<Database> database;

  DatabaseStart(Instance<Database> database) {
    this.database = database;
  }

  void open(@Observes @Priority(FIRST) StartupEvent starting) {
    try {
      database.get();
    } catch (DatabaseUnavailable useless) {
      LOG.errorf("Redress does not start: %s", useless.getMessage());
      // Otherwise the process would keep running without listening.
      Quarkus.asyncExit(1);
      throw new PreventFurtherStepsException("no database", 1);
    }
  }
}
