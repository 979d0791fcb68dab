package io.redress.http.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Gives exports the filter parameters of the decision list. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ExportDescription implements OASFilter {
  private static final String LIST = "/v1/decisions";
  private static final Set<String> PAGING = Set.of("sort", "page", "size");

  @Override
  public void filterOpenAPI(OpenAPI api) {
    var filters =
        api.getPaths().getPathItem(LIST).getGET().getParameters().stream()
            .filter(parameter -> !PAGING.contains(parameter.getName()))
            .toList();
    api.getPaths()
        .getPathItems()
        .forEach(
            (path, item) -> {
              if (path.startsWith(LIST + ".")) {
                item.getGET().setParameters(filters);
              }
            });
  }
}
