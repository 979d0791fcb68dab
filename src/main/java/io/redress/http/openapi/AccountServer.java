package io.redress.http.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Objects;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Puts the address of the configured OpenID Connect server into the OpenAPI document. */
@OpenApiFilter(OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class AccountServer implements OASFilter {
  private static final String DISCOVERY = "/.well-known/openid-configuration";

  @Override
  public void filterOpenAPI(OpenAPI api) {
    ConfigProvider.getConfig()
        .getOptionalValue("quarkus.oidc.auth-server-url", String.class)
        .map(server -> server.replaceFirst("/+$", "") + DISCOVERY)
        .ifPresent(
            address ->
                Objects.requireNonNull(
                        api.getComponents().getSecuritySchemes().get(ApiDescription.ACCOUNT))
                    .setOpenIdConnectUrl(address));
  }
}
