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

/** Says who is signed in. */
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

  /** Null for who is not signed in, or no longer. */
  private @Nullable SecurityIdentity lookUp(PresentedSession presented) {
    try {
      return sessions.find(presented.token()).map(SessionIdentityProvider::identity).orElse(null);
    } catch (DatabaseUnavailable | JdbiException unknown) {
      throw ProblemType.UNAVAILABLE.with(
          "Nobody can say now who is signed in. Load this again in a moment.");
    }
  }

  private static SecurityIdentity identity(Session session) {
    return Callers.identity(session.name(), session.roles());
  }
}
