package io.redress.check.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.domain.dispute.DisputeReader;
import io.redress.domain.dispute.FactProblem;
import io.redress.rules.table.Terms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FactTreeTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void exampleBecomesFactsOfARequest() throws Exception {
    Map<String, Object> example = new LinkedHashMap<>();
    example.put("disputeType", "NOT_AS_DESCRIBED");
    example.put("reason", "DEFECTIVE");
    example.put("order.quantity", new BigDecimal("3.0"));
    example.put("order.unitPrice", new BigDecimal("1E+2"));
    example.put("order.currency", "USD");
    example.put("shipment.shippedOn", LocalDate.of(2026, 3, 2));
    example.put("evidence.types", List.of("PHOTO"));
    example.put("replacementAvailable", true);
    example.put("daysLate", new BigDecimal(5));
    example.put("situation", "MOVING");

    FactTree facts = FactTree.of(example, Terms.BUILT_IN);

    assertThat(facts.json().toString())
        .isEqualTo(
            JSON.readTree(
                    """
                    {"disputeType": "NOT_AS_DESCRIBED", "reason": "DEFECTIVE",
                     "order": {"quantity": 3, "unitPrice": "100", "currency": "USD"},
                     "shipment": {"shippedOn": "2026-03-02"}, "evidence": {"types": ["PHOTO"]},
                     "replacementAvailable": true}
                    """)
                .toString());
    List<FactProblem> problems =
        DisputeReader.read(facts.json(), country -> LocalDate.of(2026, 5, 11))
            .fold(dispute -> List.<FactProblem>of(), found -> found);
    assertThat(problems).isEmpty();
  }
}
