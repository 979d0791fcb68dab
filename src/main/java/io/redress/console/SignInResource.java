package io.redress.console;

import io.quarkus.oidc.OidcSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.redress.http.gate.Callers;
import io.redress.http.gate.ConsoleCookies;
import io.redress.http.problem.ProblemType;
import io.redress.security.access.ApiKey;
import io.redress.security.access.KeyCache;
import io.redress.security.access.KeysUnavailable;
import io.redress.security.access.Role;
import io.redress.security.access.SessionStore;
import io.redress.security.access.SessionToken;
import io.redress.security.audit.Actor;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;

/** {@code /sign-in} and {@code /sign-out}, which need no authentication. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@PermitAll
@Blocking
public class SignInResource {
  private static final String HOME = "/";

  private static final Pattern UNESCAPED =
      Pattern.compile("[\"#<>\\[\\]^`{|}]|%(?![0-9A-Fa-f]{2})");

  /** A path of this console: two slashes at the start would lead to another host. */
  private static final Pattern LOCAL_PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");

  private final KeyCache keys;
  private final SessionStore sessions;
  private final SecurityIdentity identity;
  private final OidcSession account;
  private final boolean accounts;

  /**
   * @param account the OIDC session, which exists during sign-in only
   * @param accounts whether sign-in through OIDC is configured
   */
  SignInResource(
      KeyCache keys,
      SessionStore sessions,
      SecurityIdentity identity,
      OidcSession account,
      @ConfigProperty(name = "quarkus.oidc.console.tenant-enabled") boolean accounts) {
    this.keys = keys;
    this.sessions = sessions;
    this.identity = identity;
    this.account = account;
    this.accounts = accounts;
  }

  @CheckedTemplate(basePath = "shell")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance signIn(String to, boolean refused, Optional<String> account);
  }

  @GET
  @Path("sign-in")
  @Operation(hidden = true)
  public TemplateInstance page(@QueryParam("to") @DefaultValue(HOME) String to) {
    return page(to, false);
  }

  @POST
  @Path("sign-in")
  @Operation(hidden = true)
  public Response signIn(
      @RestForm @DefaultValue("") String key,
      @RestForm @DefaultValue(HOME) String to,
      @Context RoutingContext request) {
    Optional<ApiKey> found = find(key.strip());
    if (found.isEmpty()) {
      return Response.ok(page(to, true)).build();
    }
    SessionToken token = sessions.begin(found.get(), Callers.as(found.get().name(), request));
    ConsoleCookies.switchTo(token, request);
    return Response.ok().header("HX-Redirect", localPath(to)).build();
  }

  private Optional<ApiKey> find(String key) {
    try {
      return keys.find(key);
    } catch (KeysUnavailable unknown) {
      throw ProblemType.UNAVAILABLE.with("The key cannot be verified now. Try again in a moment.");
    }
  }

  /** Starts a session after sign-in at the OIDC server. */
  @GET
  @Path("sign-in/oidc")
  @Authenticated
  @Operation(hidden = true)
  public Response signIn(
      @QueryParam("to") @DefaultValue(HOME) String to, @Context RoutingContext request) {
    Actor by = Callers.of(request);
    Set<String> roles = new TreeSet<>(identity.getRoles());
    roles.retainAll(Role.ALL);
    if (roles.isEmpty()) {
      throw ProblemType.FORBIDDEN.with(
          "Your account has none of the roles " + Role.ALL + ". Ask for one at the OIDC server.");
    }
    SessionToken token = sessions.begin(by.name(), roles, by);
    account.logout().await().indefinitely();
    ConsoleCookies.switchTo(token, request);
    return Response.seeOther(URI.create(localPath(to))).build();
  }

  @POST
  @Path("sign-out")
  @Operation(hidden = true)
  public Response signOut(@Context RoutingContext request) {
    ConsoleCookies.token(request).ifPresent(sessions::end);
    ConsoleCookies.switchTo(SessionToken.random(), request);
    return Response.ok().header("HX-Redirect", "/sign-in").build();
  }

  private TemplateInstance page(String to, boolean refused) {
    String encoded = URLEncoder.encode(localPath(to), StandardCharsets.UTF_8);
    return Templates.signIn(
        localPath(to),
        refused,
        accounts ? Optional.of("/sign-in/oidc?to=" + encoded) : Optional.empty());
  }

  /** A local path with all characters that a URI must not contain escaped; else the home page. */
  static String localPath(String to) {
    return LOCAL_PATH.matcher(to).matches()
        ? UNESCAPED
            .matcher(to)
            .replaceAll(character -> "%%%02X".formatted((int) character.group().charAt(0)))
        : HOME;
  }
}
