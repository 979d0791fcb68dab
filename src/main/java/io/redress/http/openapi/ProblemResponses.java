package io.redress.http.openapi;

import static io.redress.http.openapi.ComponentSchemas.reference;
import static io.redress.http.openapi.ComponentSchemas.schema;

import io.redress.http.problem.ProblemType;
import io.redress.rules.source.RuleProblem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The responses of the OpenAPI document when something is wrong, and their schema. */
final class ProblemResponses {
  private static final String PROBLEM = "Problem";
  private static final String PROBLEM_JSON = "application/problem+json";

  private final Components components;

  /**
   * @param components gets the schema, and each response
   */
  ProblemResponses(Components components, ComponentSchemas answers) {
    this.components = components;
    components.addSchema(PROBLEM, problem(answers));
  }

  /** The response of a status, as a component that operations share. */
  APIResponse of(List<ProblemType> types) {
    String name = types.stream().map(ProblemResponses::camelCase).collect(Collectors.joining("Or"));
    if (components.getResponses() == null || !components.getResponses().containsKey(name)) {
      components.addResponse(name, response(types));
    }
    return OASFactory.createAPIResponse().ref(name);
  }

  private static APIResponse response(List<ProblemType> types) {
    var body = OASFactory.createMediaType().schema(reference(PROBLEM));
    for (ProblemType type : types) {
      Map<String, Object> value = new LinkedHashMap<>();
      value.put("type", type.urn().toString());
      value.put("title", type.title());
      value.put("status", type.status());
      value.put("detail", type.advice());
      body.addExample(
          type.urn().toString().replaceFirst(".*:", ""),
          OASFactory.createExample().summary(type.title()).value(value));
    }
    APIResponse response =
        OASFactory.createAPIResponse()
            .description(
                types.stream()
                    .map(type -> type.title() + ": " + type.urn())
                    .collect(Collectors.joining("; ")))
            .content(OASFactory.createContent().addMediaType(PROBLEM_JSON, body));
    types.forEach(
        type ->
            type.headers()
                .forEach(
                    (header, value) ->
                        response.addHeader(
                            header,
                            ApiDescription.header("Such as " + value, schema(SchemaType.STRING)))));
    return response;
  }

  /** {@code TooManyRequests} for {@code TOO_MANY_REQUESTS}. */
  private static String camelCase(ProblemType type) {
    StringBuilder name = new StringBuilder();
    for (String word : type.name().split("_")) {
      name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return name.toString();
  }

  private static Schema problem(ComponentSchemas schemas) {
    Schema error =
        schema(SchemaType.OBJECT)
            .addProperty(
                "pointer",
                schema(SchemaType.STRING)
                    .format("json-pointer")
                    .description("Where it is in the body"))
            .addProperty(
                "parameter", schema(SchemaType.STRING).description("Where it is in the address"))
            .addProperty("message", schema(SchemaType.STRING))
            .addRequired("message");
    return schema(SchemaType.OBJECT)
        .description("RFC 9457; errors, problems and reasons list all that is wrong")
        .addProperty("type", schema(SchemaType.STRING).format("uri"))
        .addProperty("title", schema(SchemaType.STRING))
        .addProperty("status", schema(SchemaType.INTEGER).format("int32"))
        .addProperty("detail", schema(SchemaType.STRING))
        .addProperty("instance", schema(SchemaType.STRING).format("uri-reference"))
        .addProperty("errors", ComponentSchemas.list(error))
        .addProperty("problems", ComponentSchemas.list(schemas.of(RuleProblem.class)))
        .addProperty("reasons", ComponentSchemas.list(schema(SchemaType.STRING)))
        .required(List.of("type", "title", "status"));
  }
}
