package io.redress.domain.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactChecksTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 5);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'order':{'quantity':5},'problem':{'defectiveQuantity':6}    | /problem/defectiveQuantity",
        "'order':{'quantity':5},'problem':{'missingQuantity':6}      | /problem/missingQuantity",
        "'order':{'quantity':5},'problem':{'defectiveQuantity':3,'missingQuantity':3} | /problem/missingQuantity",
        "'problem':{'defectiveQuantity':1,'defects':[{'type':'DAMAGED','quantity':2}]} | /problem/defects",
        "'problem':{'defectiveQuantity':1,'defects':[{'type':'DAMAGED'},{'type':'DEFECTIVE'}]} | /problem/defects",
        "'order':{'quantity':1},'problem':{'defects':[{'type':'DAMAGED','quantity':2}]} | /problem/defects",
        "'shipment':{'parcelsTotal':2,'parcelsDelivered':3}          | /shipment/parcelsDelivered",
        "'order':{'orderedOn':'2026-02-02'},'shipment':{'shippedOn':'2026-02-01'} | /shipment/shippedOn",
        "'order':{'orderedOn':'2026-02-02'},'shipment':{'deliveredOn':'2026-02-01'} | /shipment/deliveredOn",
        "'order':{'orderedOn':'2026-02-02'},'shipment':{'latestDeliveryOn':'2026-02-01'} | /shipment/latestDeliveryOn",
        "'order':{'orderedOn':'2026-02-02'},'shipment':{'lastTrackingUpdateOn':'2026-02-01'} | /shipment/lastTrackingUpdateOn",
        "'order':{'orderedOn':'2026-02-02'},'shipment':{'additionalPeriodEndedOn':'2026-02-01'} | /shipment/additionalPeriodEndedOn",
        "'order':{'orderedOn':'2026-02-02'},'problem':{'reportedOn':'2026-02-01'} | /problem/reportedOn",
        "'order':{'orderedOn':'2026-02-02'},'evidence':{'requestedOn':'2026-02-01'} | /evidence/requestedOn",
        "'order':{'orderedOn':'2026-02-02'},'feedback':{'on':'2026-02-01'} | /feedback/on",
        "'shipment':{'shippedOn':'2026-02-02','deliveredOn':'2026-02-01'} | /shipment/deliveredOn",
        "'order':{'orderedOn':'2026-03-06'}                          | /order/orderedOn",
        "'asOf':'2026-02-01','shipment':{'shippedOn':'2026-02-02'}   | /shipment/shippedOn",
        "'asOf':'2026-02-01','shipment':{'deliveredOn':'2026-02-02'} | /shipment/deliveredOn",
        "'asOf':'2026-02-01','shipment':{'lastTrackingUpdateOn':'2026-02-02'} | /shipment/lastTrackingUpdateOn",
        "'asOf':'2026-02-01','problem':{'reportedOn':'2026-02-02'}   | /problem/reportedOn",
        "'asOf':'2026-02-01','evidence':{'requestedOn':'2026-02-02'} | /evidence/requestedOn",
        "'asOf':'2026-02-01','feedback':{'on':'2026-02-02'}          | /feedback/on",
        "'order':{'unitPrice':'1'}                                   | /order/currency",
        "'order':{'shippingFee':'1'}                                 | /order/currency",
        "'order':{'unitPrice':'1.5','currency':'JPY'}                | /order/unitPrice",
        "'order':{'shippingFee':'1.005','currency':'USD'}            | /order/shippingFee",
        "'order':{'unitPrice':'1.0005','currency':'KWD'}             | /order/unitPrice",
        "'order':{'discount':'1'}                                    | /order/currency",
        "'order':{'tax':'1'}                                         | /order/currency",
        "'claimedAmount':'1'                                         | /order/currency",
        "'customs':{'dutyPaidByBuyer':'1'}                           | /order/currency",
        "'granted':[{'type':'PARTIAL_REFUND','amount':'1'}]          | /order/currency",
        "'order':{'tax':'1.5','currency':'JPY'}                      | /order/tax",
        "'claimedAmount':'1.5','order':{'currency':'JPY'}            | /claimedAmount",
        "'customs':{'dutyPaidByBuyer':'1.5'},'order':{'currency':'JPY'} | /customs/dutyPaidByBuyer",
        "'granted':[{'type':'REPLACEMENT'},{'type':'FULL_REFUND','amount':'1.5'}],'order':{'currency':'JPY'} | /granted/1/amount",
        "'order':{'quantity':2,'unitPrice':'5','discount':'10.01','currency':'USD'} | /order/discount",
        "'order':{'quantity':2},'granted':[{'type':'REPLACEMENT','quantity':3}] | /granted/0/quantity",
        "'order':{'quantity':2,'unitPrice':'5','shippingFee':'1','currency':'USD'},'granted':[{'type':'PARTIAL_REFUND','amount':'6'},{'type':'PARTIAL_REFUND','amount':'5.01'}] | /granted/1/amount",
        "'order':{'quantity':1,'unitPrice':'5','tax':'1','discount':'2','currency':'USD'},'granted':[{'type':'FULL_REFUND','amount':'4.01'}] | /granted/0/amount",
        "'order':{'orderedOn':'2026-02-02'},'granted':[{'type':'REJECT','on':'2026-02-01'}] | /granted/0/on",
        "'asOf':'2026-02-01','granted':[{'type':'REJECT','on':'2026-02-02'}] | /granted/0/on",
        "'order':{'orderedOn':'2026-02-02'},'evidence':{'receivedOn':'2026-02-01'} | /evidence/receivedOn",
        "'asOf':'2026-02-01','evidence':{'receivedOn':'2026-02-02'}  | /evidence/receivedOn",
        "'evidence':{'requestedOn':'2026-02-02','requests':0}        | /evidence/requests",
        "'order':{'orderedOn':'2026-02-02'},'shipment':{'additionalPeriodEndsOn':'2026-02-01'} | /shipment/additionalPeriodEndsOn",
        "'shipment':{'additionalPeriodEndedOn':'2026-02-03','additionalPeriodEndsOn':'2026-02-01'} | /shipment/additionalPeriodEndsOn",
        "'order':{'orderedOn':'2026-02-02'},'shipment':{'collectBy':'2026-02-01'} | /shipment/collectBy",
        "'shipment':{'shippedOn':'2026-02-02','collectBy':'2026-02-01'} | /shipment/collectBy",
      })
  void contradictingFactsAreRejected(String facts, String pointer) {
    assertThat(problemsOf("DAMAGED", facts))
        .extracting(FactProblem::kind, FactProblem::pointer)
        .containsExactly(tuple(FactProblem.Kind.IMPOSSIBLE, pointer));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'order':{'quantity':5},'problem':{'defectiveQuantity':3,'missingQuantity':2}",
        "'problem':{'defectiveQuantity':7,'defects':[{'type':'DAMAGED','quantity':2}]}",
        "'order':{'orderedOn':'2026-03-05'},'shipment':{'shippedOn':'2026-03-05','deliveredOn':'2026-03-05'}",
        "'shipment':{'latestDeliveryOn':'2027-01-01','additionalPeriodEndedOn':'2027-01-01'}",
        "'asOf':'2030-01-01','shipment':{'shippedOn':'2029-12-31'}",
        "'order':{'unitPrice':'1.000','currency':'JPY'}",
        "'order':{'unitPrice':'1.005','currency':'KWD'}",
        "'order':{'currency':'EUR'}",
        "'platformDeadline':'2027-01-01','shipment':{'collectBy':'2027-01-01','additionalPeriodEndsOn':'2027-01-01'}",
        "'order':{'quantity':2,'unitPrice':'5','discount':'10','currency':'USD'}",
        "'order':{'quantity':2,'unitPrice':'5','currency':'USD'},'granted':[{'type':'FULL_REFUND','amount':'10','status':'REFUSED'},{'type':'FULL_REFUND','amount':'10'}]",
        "'order':{'quantity':2,'unitPrice':'5','currency':'USD'},'customs':{'dutyPaidByBuyer':'3'},'granted':[{'type':'FULL_REFUND','amount':'13'}]",
        "'granted':[{'type':'NEXT_ORDER_DISCOUNT','percent':7.5,'on':'2026-03-05','status':'OFFERED'}]",
      })
  void unusualFactsAreAccepted(String facts) {
    assertThat(problemsOf("DAMAGED", facts)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"LOST, NOT_RECEIVED", "NOT_AS_DESCRIBED, NOT_AS_DESCRIBED"})
  void eachReasonHasItsDisputeType(Reason reason, DisputeType type) {
    assertThat(reason.disputeType()).isEqualTo(type);
  }

  @Test
  void reasonOfTheOtherDisputeTypeIsRejected() {
    assertThat(problemsOf("LOST", "'asOf':'2026-03-05'"))
        .extracting(FactProblem::pointer)
        .containsExactly("/reason");
  }

  @Test
  void allContradictionsAreReportedAtOnce() {
    assertThat(
            problemsOf(
                "LOST",
                "'order':{'quantity':1,'unitPrice':'1.5','currency':'JPY','orderedOn':'2026-02-02'},"
                    + "'problem':{'defectiveQuantity':1,'missingQuantity':1},'shipment':{'shippedOn':'2026-02-01'}"))
        .extracting(FactProblem::pointer)
        .containsExactlyInAnyOrder(
            "/reason", "/order/unitPrice", "/problem/missingQuantity", "/shipment/shippedOn");
  }

  /**
   * Returns the problems of a NOT_AS_DESCRIBED dispute; facts have single quotes for double ones.
   */
  private static List<FactProblem> problemsOf(String reason, String facts) {
    String json = "{'disputeType':'NOT_AS_DESCRIBED','reason':'" + reason + "'," + facts + "}";
    return DisputeReader.read(
            json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), country -> TODAY)
        .fold(read -> List.of(), problems -> problems);
  }
}
