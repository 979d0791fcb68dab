package io.redress.http.decide;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.redress.domain.decision.DecisionJson;
import jakarta.inject.Singleton;

/** Has answers written as test cases and the journal see them. */
@Singleton
class AnswerJsonCustomizer implements ObjectMapperCustomizer {
  @Override
  public void customize(ObjectMapper mapper) {
    DecisionJson.configure(mapper);
  }
}
