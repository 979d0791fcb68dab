package io.redress.http.decide;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.redress.domain.decision.DecisionJson;
import jakarta.inject.Singleton;

/** Makes the API write answers as test cases and the journal do. */
@Singleton
class AnswerJsonCustomizer implements ObjectMapperCustomizer {
  @Override
  public void customize(ObjectMapper mapper) {
    DecisionJson.configure(mapper);
  }
}
