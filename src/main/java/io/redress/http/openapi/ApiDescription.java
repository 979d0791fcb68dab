package io.redress.http.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.redress.domain.decision.Answer;
import io.redress.domain.dispute.Dispute;
import io.redress.http.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Describes {@code /v1/decide} in OpenAPI: request, answer and all problem responses. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {
  private static final String JSON = "application/json";
  private static final String PROBLEM_JSON = "application/problem+json";

  private static final Set<ProblemType> DECIDE_REFUSES =
      EnumSet.complementOf(
          EnumSet.of(
              ProblemType.NOT_FROM_HERE,
              ProblemType.CODE_BY_UPLOAD,
              ProblemType.NOT_ACTIVATED,
              ProblemType.UNREADABLE_RULES));

  /** Name of the example and its summary; its file is {@code openapi/NAME.json}. */
  private static final Map<String, String> EXAMPLES =
      new TreeMap<>(
          Map.of(
              "atomizers", "Seven of twenty pieces are defective, shown on a video",
              "dress", "A parcel is late in the peak season",
              "lost", "The carrier lost the parcel"));

  @Override
  public void filterOpenAPI(OpenAPI api) {
    Components components = api.getComponents();
    components.addSchema("Dispute", RecordSchema.ofRequest(Dispute.class));
    components.addSchema("Answer", RecordSchema.ofAnswer(Answer.class));
    components.addSchema("Problem", problem());
    describe(api.getPaths().getPathItem("/v1/decide").getPOST());
  }

  private static void describe(Operation decide) {
    MediaType facts = OASFactory.createMediaType().schema(reference("Dispute"));
    EXAMPLES.forEach((name, summary) -> facts.addExample(name, example(name).summary(summary)));
    decide
        .operationId("decide")
        .summary("Decide what the seller owes the buyer")
        .description("The same facts under the same rule set are always decided the same way.")
        .tags(List.of("Decisions"))
        .requestBody(OASFactory.createRequestBody().required(true).content(content(JSON, facts)))
        .responses(responses());
  }

  private static APIResponses responses() {
    MediaType answer = OASFactory.createMediaType().schema(reference("Answer"));
    answer.addExample("dress", example("dress-answer").summary("5% off the next order"));
    APIResponses responses =
        OASFactory.createAPIResponses()
            .addAPIResponse(
                "200",
                OASFactory.createAPIResponse()
                    .description("The decision")
                    .content(content(JSON, answer)));
    MediaType problem = OASFactory.createMediaType().schema(reference("Problem"));
    for (ProblemType type : DECIDE_REFUSES) {
      responses.addAPIResponse(
          Integer.toString(type.status()),
          OASFactory.createAPIResponse()
              .description(type.title() + ": " + type.urn())
              .content(content(PROBLEM_JSON, problem)));
    }
    return responses;
  }

  private static Schema problem() {
    Schema error =
        schema(SchemaType.OBJECT)
            .addProperty("pointer", schema(SchemaType.STRING).format("json-pointer"))
            .addProperty("message", schema(SchemaType.STRING));
    return schema(SchemaType.OBJECT)
        .description("RFC 9457; errors lists all problems of the facts")
        .addProperty("type", schema(SchemaType.STRING).format("uri"))
        .addProperty("title", schema(SchemaType.STRING))
        .addProperty("status", schema(SchemaType.INTEGER))
        .addProperty("detail", schema(SchemaType.STRING))
        .addProperty("instance", schema(SchemaType.STRING).format("uri-reference"))
        .addProperty("errors", schema(SchemaType.ARRAY).items(error));
  }

  private static Schema schema(SchemaType type) {
    return OASFactory.createSchema().type(List.of(type));
  }

  private static Schema reference(String name) {
    return OASFactory.createSchema().ref(name);
  }

  private static Content content(String mediaType, MediaType body) {
    return OASFactory.createContent().addMediaType(mediaType, body);
  }

  private static Example example(String name) {
    try (InputStream json =
        ApiDescription.class.getResourceAsStream("/openapi/" + name + ".json")) {
      return OASFactory.createExample().value(new ObjectMapper().readValue(json, Map.class));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
