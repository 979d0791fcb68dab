package io.redress.cli.keys;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.redress.cli.options.RemoteService;
import io.redress.security.access.ApiKey;
import io.redress.security.access.KeySpec;
import io.redress.security.access.NewKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Access keys of a running service. */
final class RemoteKeys implements Keys {
  private static final String PATH = "/v1/keys";
  private static final int PAGE = 200;
  private static final ObjectReader KEY =
      RemoteService.JSON
          .readerFor(ApiKey.class)
          .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final RemoteService service;

  RemoteKeys(RemoteService service) {
    this.service = service;
  }

  @Override
  public NewKey add(KeySpec spec) throws IOException {
    JsonNode created = service.post(PATH, spec);
    return new NewKey(KEY.readValue(created), created.path("token").textValue());
  }

  @Override
  public List<ApiKey> list() throws IOException {
    List<ApiKey> keys = new ArrayList<>();
    JsonNode page;
    int number = 1;
    do {
      page = service.get(PATH + "?size=" + PAGE + "&page=" + number++);
      for (JsonNode key : page) {
        keys.add(KEY.readValue(key));
      }
    } while (page.size() == PAGE);
    return keys;
  }

  @Override
  public Optional<ApiKey> revoke(String id) throws IOException {
    return Optional.of(KEY.readValue(service.delete(PATH + "/" + id)));
  }

  @Override
  public void close() {}
}
