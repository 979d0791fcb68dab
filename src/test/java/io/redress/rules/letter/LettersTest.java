package io.redress.rules.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.domain.decision.Action;
import io.redress.domain.decision.Dates;
import io.redress.domain.decision.Letter;
import io.redress.domain.decision.Refund;
import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.Evidence;
import io.redress.domain.dispute.Party;
import io.redress.domain.dispute.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest {
  private static final Letters LETTERS = ShippedLetters.read();
  private static final LocalDate MARCH_5 = LocalDate.of(2015, 3, 5);

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "es", "fr", "pt", "pt-PT", "ru", "zh", "zh-Hant"})
  void dressLetterHasAllPointsInEveryLanguage(String tag) {
    Letter letter = LETTERS.write(Decided.dress(tag).decision());

    assertThat(letter.locale()).isEqualTo(Locale.forLanguageTag(tag));
    assertThat(letter.subject()).isNotBlank();
    assertThat(letter.body())
        .contains("Anna Schmidt", "evening dress", "RB123456789CN")
        .contains("https://t.17track.net/en#nums=RB123456789CN")
        .containsPattern("5\\h?%")
        .contains("2014", "29")
        .endsWith("\nBlue Silk Store");
  }

  @Test
  void dressLetterReadsAsOneLetter() {
    Letter letter = LETTERS.write(Decided.dress("en").decision());

    assertThat(letter.subject()).isEqualTo("Your order of November 28, 2014: news of your parcel");
    assertThat(letter.body())
        .isEqualTo(
            """
            Dear Anna Schmidt,

            We are very sorry that you are still waiting for your order of November 28, 2014 \
            (evening dress). The reason is the peak season around Christmas: carriers have far more \
            parcels than usual to deliver, so each of them takes longer.

            Your parcel is still on its way to you. Its tracking number is RB123456789CN. You can \
            follow it at any time here: https://t.17track.net/en#nums=RB123456789CN
            We will keep tracking it and keep you posted; you will hear from us by December 29, \
            2014 at the latest.

            As a small thank-you for your patience, we would like to offer you 5% off your next \
            order.

            If you have any question, simply answer this message; we are glad to help.

            Kind regards,
            Blue Silk Store""");
  }

  @Test
  void unnamedPeakSeasonIsStillTheCause() {
    Decided dress = Decided.dress("en");
    dress.peakSeason = "NONE";

    assertThat(body(dress)).contains("The reason is the peak season: carriers");
  }

  @Test
  void atomizerLetterFirstAsksForAVideo() {
    Action action = new Action.RequestEvidence(List.of(Evidence.Type.VIDEO));
    Dates dates = new Dates(LocalDate.of(2015, 2, 21), null, null, null, null, null);

    assertThat(body(Decided.atomizers("en", "EVIDENCE_MISSING", dates, action)))
        .contains("You write that it does not work as it should; 7 of the 20 pieces are concerned.")
        .contains(
            "a short, clear video that shows the faulty pieces",
            "please send us, by February 21, 2015, a")
        .doesNotContain("refund", "replacement");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | March 5, 2015 | Spring Festival | 7 of the 20 pieces are faulty",
        "de | 5. März 2015 | Frühlingsfest | 7 der 20 Stücke sind fehlerhaft",
        "de-AT | 5. März 2015 | Frühlingsfest | 7 der 20 Stücke sind fehlerhaft",
        "es | 5 de marzo de 2015 | Fiesta de la Primavera | 7 de las 20 piezas están defectuosas",
        "fr | 5 mars 2015 | Nouvel An chinois | 7 des 20 pièces sont défectueuses",
        "pt-BR | 5 de março de 2015 | Festival da Primavera | 7 das 20 peças estão com defeito",
        "ru | 5 марта 2015 года | праздник Весны | неисправны 7 изделий из 20",
        "zh-Hans-CN | 2015年3月5日 | 春节 | 20件中有7件存在故障",
        "zh-TW | 2015年3月5日 | 春節 | 20件中有7件故障",
        "pt-PT | 5 de março de 2015 | Festival da Primavera | 7 das 20 peças têm defeito"
      })
  void atomizerLetterThenPromisesNewPiecesBeforeADay(
      String tag, String day, String holiday, String faulty) {
    Action action = new Action.Replacement(7, MARCH_5);
    Dates dates = new Dates(null, MARCH_5, null, null, null, null);

    assertThat(body(Decided.atomizers(tag, "SPRING_FESTIVAL", dates, action)))
        .contains("7", day, holiday, faulty)
        .containsOnlyOnce(day)
        .containsOnlyOnce(holiday);
  }

  @Test
  void onePieceIsNotCountedAsOneOfOne() {
    Decided single =
        Decided.atomizers(
            "en",
            "DEFECT_PROVEN",
            new Dates(null, null, null, null, null, null),
            new Action.Replacement(1, null));
    single.quantity = 1;
    single.affected = 1;

    assertThat(body(single)).contains("We will send you a replacement.").doesNotContain("1 of");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en-US | EUR | 1234.50 | €1,234.50",
        "en-GB | GBP | 28.00 | £28.00",
        "de | EUR | 28.00 | 28,00\u00a0€",
        "de-AT | EUR | 1234.50 | €\u00a01.234,50",
        "fr | EUR | 28.00 | 28,00\u00a0€",
        "ru | JPY | 2800 | 2\u00a0800\u00a0¥",
        "en | KWD | 1.250 | KWD\u00a01.250"
      })
  void moneyIsFormattedForTheReadersCountry(
      String tag, String currency, String amount, String written) {
    Refund refund =
        new Refund(
            new BigDecimal(amount),
            Currency.getInstance(currency),
            new BigDecimal("100"),
            Refund.ShippingFee.NOT_REQUIRED,
            null,
            null);
    Decided lost =
        new Decided(Reason.LOST, "LOST", new Action.Refunding(ActionType.FULL_REFUND, refund));
    lost.locale = tag;

    assertThat(body(lost)).contains(written);
  }

  @Test
  void percentageIsWrittenWhenNoAmountIsKnown() {
    Refund refund =
        new Refund(null, null, new BigDecimal("12.5"), Refund.ShippingFee.NOT_REQUIRED, null, null);
    Decided flaw =
        new Decided(
            Reason.DAMAGED, "MINOR_FLAW", new Action.Refunding(ActionType.PARTIAL_REFUND, refund));

    assertThat(body(flaw))
        .contains(
            "We will refund 12.5% of the price of the goods to you; the money comes the way you paid.");
  }

  @Test
  void refundOfAnOrderOfUnknownQuantityIsNotWrittenAsTheWholePrice() {
    Refund refund =
        new Refund(null, null, new BigDecimal("100"), Refund.ShippingFee.NOT_REQUIRED, null, null);
    Decided lacking =
        new Decided(
            Reason.SHORT_SHIPMENT,
            "SHORT_SHIPMENT",
            new Action.Refunding(ActionType.PARTIAL_REFUND, refund));
    lacking.affected = 1;

    assertThat(body(lacking)).contains("We will refund a part of the price to you; the money");
  }

  @Test
  void refusalMentionsItsCauseOnce() {
    Decided late =
        new Decided(Reason.DAMAGED, "CLAIM_TOO_LATE", new Action.Reject("CLAIM_TOO_LATE"));

    assertThat(body(late))
        .contains("We have looked at your case with care. The time for such a claim is over. For")
        .containsOnlyOnce("The time for such a claim is over.");
  }

  @Test
  void returnSaysWhoPaysForIt() {
    Decided back = new Decided(Reason.WRONG_SIZE, "SIZE_OFF_CHART", returning());
    back.returnFee = Party.SELLER;

    assertThat(body(back)).contains("Please send the goods back", "We bear the cost of the return");
  }

  @Test
  void codesWithoutATextAreNeverShown() {
    Decided odd =
        new Decided(
            Reason.LOST,
            "SOME_NEW_CODE",
            new Action.BuyerAction("DO_SOMETHING_NEW"),
            new Action.EscalateToHuman("REPEAT_CLAIMS", null),
            new Action.Reject("WHO_KNOWS"));

    assertThat(body(odd))
        .doesNotContain("_", "NEW", "REPEAT", "KNOWS")
        .contains("we will tell you");
  }

  @Test
  void promisedDaysAreWrittenEvenWithoutAnActionForThem() {
    Decided claim = new Decided(Reason.LOST, "NO_SCAN", new Action.Plain(ActionType.CARRIER_CLAIM));
    claim.dates = new Dates(null, null, MARCH_5, null, null, null);

    assertThat(body(claim)).contains("You will hear from us by March 5, 2015 at the latest.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{config:x}",
        "[[x]]",
        "O'Neill",
        "# 1",
        "'{item}'",
        "a | b",
        "${jndi:x}",
        "[closing]",
        "\\"
      })
  void namesStayText(String hostile) {
    Decided dress = Decided.dress("en");
    dress.buyer = hostile;
    dress.seller = hostile;
    dress.item = hostile;

    assertThat(body(dress))
        .startsWith("Dear " + hostile + ",\n")
        .contains("(" + hostile + ").")
        .endsWith("\n" + hostile);
  }

  @Test
  void unknownNamesGiveNeutralGreetingAndSignature() {
    Decided dress = Decided.dress("en");
    dress.buyer = " ";
    dress.seller = null;

    assertThat(body(dress))
        .startsWith("Dear customer,")
        .endsWith("Kind regards,\nCustomer service");
  }

  @ParameterizedTest
  @CsvSource({
    "de-AT, de-AT",
    "de-Latn-CH-1996, de-CH",
    "pt-BR, pt-BR",
    "zh-Hans-CN, zh-CN",
    "zh-TW, zh-Hant-TW",
    "zh-HK, zh-Hant-HK",
    "zh-MO, zh-Hant-MO",
    "zh-Hant, zh-Hant",
    "zh-Hant-CN, zh-Hant-CN",
    "zh-Hans-TW, zh-TW",
    "cmn-TW, zh-Hant",
    "pt-PT, pt-PT",
    "pt-AO, pt-PT",
    "pt-MZ, pt-PT",
    "pt, pt",
    "ru-Latn, ru",
    "uk, en",
    "ja-JP, en",
    "de-ZZ, de",
    "en-US-u-ca-buddhist, en-US",
    "und, en"
  })
  void languageIsFoundByTag(String wanted, String written) {
    assertThat(LETTERS.write(Decided.dress(wanted).decision()).locale().toLanguageTag())
        .isEqualTo(written);
  }

  @Test
  void usualLanguagesWithoutAFileAreNoted() {
    Map<String, byte[]> files = ShippedLetters.files();
    files.remove("letters/fr.txt");
    files.remove("letters/zh-Hant.txt");

    Letters letters = Letters.read(files, Set.of(), Set.of(), new ArrayList<>());

    assertThat(LETTERS.notes()).isEmpty();
    assertThat(letters.notes())
        .containsExactly(
            "letters/fr.txt: there is no such file; buyers with this locale get letters in en.",
            "letters/zh-Hant.txt: there is no such file; buyers with this locale get letters in"
                + " zh.");
    assertThat(letters.supports(Locale.FRENCH)).isFalse();
    assertThat(letters.supports(Locale.forLanguageTag("zh-TW"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "fr, 1er mai 2026",
    "fr-CA, 1er mai 2026",
    "pt-BR, 1º de maio de 2026",
    "pt, 1º de maio de 2026",
    "pt-PT, 1 de maio de 2026",
    "de, 1. Mai 2026",
    "es, 1 de mayo de 2026"
  })
  void firstOfAMonthIsWrittenAsTheLanguageWantsIt(String tag, String day) {
    Decided dress = Decided.dress(tag);
    dress.orderedOn = LocalDate.of(2026, 5, 1);

    assertThat(body(dress)).contains(day);
  }

  @Test
  void eleventhOfAMonthIsNoOrdinal() {
    Decided dress = Decided.dress("fr");
    dress.orderedOn = LocalDate.of(2026, 5, 11);

    assertThat(body(dress)).contains("11 mai 2026");
  }

  @Test
  void letterIsIndependentOfLocaleAndTimeZone() {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    Letter here = LETTERS.write(Decided.dress("de-LI").decision());
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      Letters elsewhere = ShippedLetters.read();

      assertThat(elsewhere.write(Decided.dress("de-LI").decision())).isEqualTo(here);
      assertThat(elsewhere.write(Decided.dress("fr-LU").decision()).body()).contains("28 novembre");
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  private static Action returning() {
    return new Action.Refunding(
        ActionType.RETURN_AND_REFUND,
        new Refund(null, null, new BigDecimal("100"), Refund.ShippingFee.NOT_REQUIRED, null, null));
  }

  private static String body(Decided decided) {
    return LETTERS.write(decided.decision()).body();
  }
}
