package io.redress.http.openapi;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The OpenAPI document of the running service. */
final class ApiDocument {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  final JsonNode root;
  private final String text;

  private ApiDocument(String text) throws IOException {
    this.text = text;
    this.root = JSON.readTree(text);
  }

  static ApiDocument read() throws IOException {
    return new ApiDocument(given().accept("application/json").get("/q/openapi").asString());
  }

  /** All operations by method and path, such as {@code get /v1/keys}. */
  Map<String, JsonNode> operations() {
    Map<String, JsonNode> operations = new TreeMap<>();
    root.path("paths")
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fields()
                    .forEachRemaining(
                        one -> operations.put(one.getKey() + " " + path.getKey(), one.getValue())));
    return operations;
  }

  /** What the reference implementation of OpenAPI finds wrong with the document. */
  List<String> problemsOfSwagger() {
    return new OpenAPIV3Parser().readContents(text, null, null).getMessages();
  }

  /** Where the document deviates from the schema that the OpenAPI Initiative publishes. */
  List<String> problemsOfSpecification() throws IOException {
    try (InputStream schema = ApiDocument.class.getResourceAsStream("/openapi/schema-3.1.json")) {
      return problems(REGISTRY.getSchema(JSON.readTree(schema)), root);
    }
  }

  /** Where JSON deviates from a schema in the document, given by its JSON pointer. */
  List<String> problems(String pointer, String json) throws IOException {
    ObjectNode schema = JSON.createObjectNode().put("$ref", "#" + pointer);
    schema.set("components", root.path("components"));
    schema.set("paths", root.path("paths"));
    return problems(REGISTRY.getSchema(schema), JSON.readTree(json));
  }

  private static List<String> problems(Schema schema, JsonNode json) {
    List<String> problems = new ArrayList<>();
    for (Error error : schema.validate(json)) {
      problems.add(error.toString());
    }
    return problems;
  }
}
