package io.redress.http.gate;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.redress.http.problem.ProblemType;
import io.redress.platform.database.DatabaseUnavailable;
import io.redress.security.access.Session;
import io.redress.security.access.SessionStore;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Authenticates console sessions. */
@Singleton
class SessionIdentityProvider implements IdentityProvider<PresentedSession> {
  private final SessionStore sessions;

  SessionIdentityProvider(SessionStore sessions) {
    this.sessions = sessions;
  }

  @Override
  public Class<PresentedSession> getRequestType() {
    return PresentedSession.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      PresentedSession presented, AuthenticationRequestContext context) {
    return context.runBlocking(() -> lookUp(presented));
  }

  /** Null if the session does not exist or has ended. */
  private @Nullable SecurityIdentity lookUp(PresentedSession presented) {
    try {
      return sessions.find(presented.token()).map(SessionIdentityProvider::identity).orElse(null);
    } catch (DatabaseUnavailable | JdbiException unknown) {
      throw ProblemType.UNAVAILABLE.with(
          "The session cannot be verified now. Reload the page in a moment.");
    }
  }

  private static SecurityIdentity identity(Session session) {
    return Callers.identity(session.name(), session.roles());
  }
}
