package io.redress.http.openapi;

import static io.redress.http.openapi.ComponentSchemas.schema;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.redress.domain.decision.Answer;
import io.redress.domain.dispute.Dispute;
import io.redress.http.keys.KeyRequest;
import io.redress.http.openapi.ApiOperation.Response.Kind;
import io.redress.http.problem.Page;
import io.redress.http.problem.ProblemType;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/**
 * Completes the OpenAPI document with {@link ApiOperation}: schemas, parameters, and all responses.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {
  private static final String KEY = "key";
  static final String ACCOUNT = "account";

  /** Name of the example and its summary; its file is {@code openapi/NAME.json}. */
  private static final Map<String, String> EXAMPLES =
      new TreeMap<>(
          Map.of(
              "atomizers", "Seven of twenty pieces are defective, shown on a video",
              "dress", "A parcel is late in the peak season",
              "lost", "The carrier lost the parcel"));

  @Override
  public void filterOpenAPI(OpenAPI api) {
    Components components =
        OASFactory.createComponents()
            .addSecurityScheme(KEY, key())
            .addSecurityScheme(ACCOUNT, account());
    ComponentSchemas requests = ComponentSchemas.ofRequests(components);
    ComponentSchemas answers = ComponentSchemas.ofAnswers(components);
    requests.of(Dispute.class);
    ProblemResponses problems = new ProblemResponses(components, answers);
    api.setComponents(components);
    api.setServers(List.of(OASFactory.createServer().url("/").description("The service itself")));
    tag(api, "Decisions", "What the seller owes the buyer");
    tag(api, "Journal", "All decisions, with their facts");
    tag(api, "Insight", "Why a decision is as it is, and what would change it");
    tag(api, "Rule sets", "Versions of the rules");
    tag(api, "Access", "Keys, and who did what");
    for (ApiOperation described : ApiOperation.ALL) {
      Operation operation =
          Objects.requireNonNull(
              api.getPaths().getPathItem(described.path()).getOperations().get(described.method()),
              described.id());
      describe(operation, described, requests, answers, problems);
    }
  }

  private static void tag(OpenAPI api, String name, String description) {
    List<Tag> others = api.getTags() == null ? List.of() : api.getTags();
    api.setTags(
        others.stream()
            .filter(tag -> !tag.getName().equals(name))
            .collect(Collectors.toCollection(ArrayList::new)));
    api.addTag(OASFactory.createTag().name(name).description(description));
  }

  private static SecurityScheme key() {
    return OASFactory.createSecurityScheme()
        .type(SecurityScheme.Type.HTTP)
        .scheme("bearer")
        .description("A key such as redress_..., from POST /v1/keys or the command keys add");
  }

  private static SecurityScheme account() {
    return OASFactory.createSecurityScheme()
        .type(SecurityScheme.Type.OPENIDCONNECT)
        .openIdConnectUrl("https://accounts.example.com/.well-known/openid-configuration")
        .description(
            "An access token of the OpenID Connect server in quarkus.oidc.auth-server-url, if one"
                + " is configured; its address replaces the one here");
  }

  private static void describe(
      Operation operation,
      ApiOperation described,
      ComponentSchemas requests,
      ComponentSchemas answers,
      ProblemResponses problems) {
    operation.operationId(described.id());
    operation.setParameters(
        new ArrayList<>(described.parameters().stream().map(ApiParameter::described).toList()));
    if (described.body() != null) {
      var body = OASFactory.createMediaType().schema(requests.of(described.body()));
      if (described.body() == Dispute.class) {
        EXAMPLES.forEach((name, summary) -> body.addExample(name, example(name, summary)));
      } else if (described.body() == KeyRequest.class) {
        body.example(Map.of("name", "shop", "roles", List.of("decide")));
      } else {
        body.addExample(described.id(), example(described.id(), described.id()));
      }
      operation.requestBody(
          OASFactory.createRequestBody()
              .required(true)
              .content(OASFactory.createContent().addMediaType(MediaType.APPLICATION_JSON, body)));
    }
    APIResponses responses =
        OASFactory.createAPIResponses()
            .addAPIResponse(
                Integer.toString(described.response().status()), success(described, answers));
    described.problems().stream()
        .collect(Collectors.groupingBy(ProblemType::status, TreeMap::new, Collectors.toList()))
        .forEach(
            (status, types) ->
                responses.addAPIResponse(Integer.toString(status), problems.of(types)));
    operation.setResponses(responses);
    operation.setSecurity(allowed(operation.getSecurity()));
  }

  /** The roles that the resource names, by key or account. */
  private static List<SecurityRequirement> allowed(List<SecurityRequirement> scanned) {
    List<String> roles =
        scanned.stream()
            .flatMap(requirement -> requirement.getSchemes().values().stream())
            .flatMap(List::stream)
            .distinct()
            .toList();
    return new ArrayList<>(
        List.of(
            OASFactory.createSecurityRequirement().addScheme(KEY, roles),
            OASFactory.createSecurityRequirement().addScheme(ACCOUNT, roles)));
  }

  private static APIResponse success(ApiOperation described, ComponentSchemas answers) {
    ApiOperation.Response response = described.response();
    Content content = OASFactory.createContent();
    for (String mediaType : response.mediaTypes()) {
      var body = OASFactory.createMediaType().schema(body(response, mediaType, answers));
      if (response.type() == Answer.class) {
        body.addExample("dress", example("dress-answer", "5% off the next order"));
      }
      content.addMediaType(mediaType, body);
    }
    APIResponse success =
        OASFactory.createAPIResponse()
            .description(
                switch (response.status()) {
                  case 201 -> "It was created";
                  case 202 -> "It was accepted, and is done in the background";
                  default -> "Success";
                })
            .content(content);
    if (response.kind() == Kind.PAGE) {
      success.addHeader(
          Page.TOTAL, header("Number of items on all pages", schema(SchemaType.INTEGER)));
    }
    if (response.type() == Answer.class) {
      success.addHeader(
          "Idempotent-Replayed",
          header("true if an earlier request got this answer", schema(SchemaType.BOOLEAN)));
    }
    if (response.status() == 202 || response.status() == 201 && described.body() == null) {
      success.addHeader(
          HttpHeaders.LOCATION,
          header("Its address", schema(SchemaType.STRING).format("uri-reference")));
    }
    return success;
  }

  private static Schema body(
      ApiOperation.Response response, String mediaType, ComponentSchemas answers) {
    if (response.type() == null) {
      Schema file = schema(SchemaType.STRING);
      return mediaType.startsWith("text/") || mediaType.endsWith("ndjson")
          ? file
          : file.format("binary");
    }
    Schema one = answers.of(response.type());
    return response.kind() == Kind.ONE ? one : ComponentSchemas.list(one);
  }

  static Header header(String description, Schema schema) {
    return OASFactory.createHeader().description(description).schema(schema);
  }

  private static Example example(String name, String summary) {
    try (InputStream json =
        ApiDescription.class.getResourceAsStream("/openapi/" + name + ".json")) {
      return OASFactory.createExample()
          .summary(summary)
          .value(new ObjectMapper().readValue(json, Map.class));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
