package io.redress.rules.calendar;

import static io.redress.rules.calendar.ShippedCalendar.workingDaysOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Days of which a public source says whether a country works: those that follow from no formula, or
 * from one that is easily got wrong. The list is kept small and checked by hand.
 */
class PublicHolidayFactsTest {

  @ParameterizedTest(name = "{0} {1}: {2} ({3})")
  @CsvSource({
    "CN, 2026-01-04, open, State Council: a Sunday made up for New Year",
    "CN, 2026-02-15, closed, State Council: Spring Festival from 15 to 23 February",
    "CN, 2026-02-23, closed, State Council",
    "CN, 2026-02-24, open, State Council",
    "CN, 2026-02-28, open, State Council: a Saturday made up",
    "HK, 2026-04-07, closed, 1823.gov.hk: the day after Ching Ming and Easter Monday",
    "HK, 2027-02-09, closed, 1823.gov.hk: fourth day for a Sunday",
    "HK, 2027-12-27, closed, 1823.gov.hk: the first weekday after Christmas",
    "TW, 2026-02-20, closed, DGPA: New Year's Eve on a Sunday is substituted",
    "TW, 2026-02-27, closed, DGPA: 28 February is a Saturday",
    "TW, 2027-12-31, closed, DGPA: New Year 2028 is a Saturday",
    "TW, 2025-12-25, closed, Act of 2025: Constitution Day",
    "SG, 2026-02-17, closed, Ministry of Manpower: Chinese New Year",
    "SG, 2026-03-20, open, Ministry of Manpower: Hari Raya Puasa is on Saturday",
    "SG, 2026-06-01, closed, Ministry of Manpower: Vesak Day is on Sunday",
    "SG, 2026-11-09, closed, Ministry of Manpower: Deepavali is on Sunday",
    "VN, 2026-02-16, closed, Ministry of Home Affairs: Tet from 14 to 22 February",
    "VN, 2026-02-20, closed, Ministry of Home Affairs",
    "VN, 2026-02-23, open, Ministry of Home Affairs",
    "VN, 2026-04-27, closed, Labour Code art. 111: Hung Kings on a Sunday",
    "IN, 2026-03-04, closed, DoPT: Holi",
    "IN, 2025-10-20, closed, DoPT: Diwali",
    "IN, 2026-10-20, closed, DoPT: Dussehra",
    "JP, 2026-03-20, closed, Cabinet Office: vernal equinox",
    "JP, 2026-05-06, closed, Cabinet Office: Constitution Day is on Sunday",
    "JP, 2026-09-22, closed, Cabinet Office: between two holidays",
    "JP, 2027-03-22, closed, Cabinet Office: the equinox is on Sunday",
    "JP, 2027-09-22, open, Cabinet Office",
    "KR, 2026-03-02, closed, Presidential decree: 1 March is a Sunday",
    "KR, 2026-08-17, closed, Presidential decree: 15 August is a Saturday",
    "KR, 2026-06-03, closed, Public Official Election Act: local elections",
    "KR, 2025-10-08, closed, Presidential decree: Chuseok meets a Sunday",
    "TH, 2026-04-15, closed, Cabinet resolution: Songkran",
    "TH, 2026-12-07, closed, Cabinet resolution: 5 December is a Saturday",
    "MY, 2026-02-02, closed, Holidays Act 1951: Thaipusam is on Sunday",
    "MY, 2026-03-23, closed, Holidays Act 1951: the second day is a Sunday",
    "ID, 2026-03-24, closed, joint decree: joint leave after Eid",
    "ID, 2025-08-18, closed, joint decree: additional joint leave",
    "PH, 2026-04-02, closed, Proclamation 1006: Maundy Thursday",
    "PH, 2026-08-31, closed, Proclamation 1006: National Heroes Day",
    "TR, 2026-05-28, closed, Diyanet: second day of the Feast of Sacrifice",
    "TR, 2027-03-10, closed, Diyanet: second day of the Ramadan Feast",
    "IL, 2026-09-21, closed, Hebrew calendar: Yom Kippur",
    "IL, 2026-11-29, open, a Sunday",
    "MX, 2027-04-30, open, Federal Labour Law art. 74: no substitute for a Saturday",
    "MX, 2026-11-16, closed, Federal Labour Law art. 74: third Monday",
    "RU, 2026-01-09, closed, government decree: for Saturday 3 January",
    "RU, 2025-11-01, open, government decree: a Saturday made up",
    "US, 2027-12-31, closed, 5 U.S.C. 6103: New Year 2028 is a Saturday",
    "US, 2027-12-24, closed, 5 U.S.C. 6103: Christmas is a Saturday",
    "US, 2026-07-03, closed, 5 U.S.C. 6103: 4 July is a Saturday",
    "US, 2027-07-05, closed, 5 U.S.C. 6103: 4 July is a Sunday",
    "US, 2027-06-18, closed, 5 U.S.C. 6103: Juneteenth is a Saturday",
    "US, 2026-10-12, closed, 5 U.S.C. 6103: Columbus Day",
    "US, 2028-01-03, open, 5 U.S.C. 6103: observed on the Friday before",
    "CA, 2026-12-28, closed, Ontario: Boxing Day is a Saturday",
    "CA, 2028-01-03, closed, Ontario: New Year is a Saturday",
    "CA, 2026-05-18, closed, Ontario: Victoria Day",
    "GB, 2026-12-28, closed, gov.uk: Boxing Day is a Saturday",
    "GB, 2026-08-31, closed, gov.uk: summer bank holiday in England",
    "GB, 2028-01-03, closed, gov.uk: New Year is a Saturday",
    "AU, 2026-12-28, closed, Fair Work Ombudsman: Boxing Day is a Saturday",
    "AU, 2026-06-08, closed, NSW Government: King's Birthday",
    "NZ, 2027-02-08, closed, Holidays Act 2003: Waitangi Day is a Saturday",
    "NZ, 2026-07-10, closed, Matariki Act 2022",
    "BR, 2026-11-20, closed, Law 14.759: Consciencia Negra",
    "DE, 2026-10-02, open, 3 October is a Saturday and is not substituted",
    "DE, 2026-05-25, closed, state laws: Whit Monday",
    "FR, 2026-11-11, closed, Code du travail L3133-1",
    "ES, 2026-10-12, closed, Estatuto de los Trabajadores art. 37",
    "IT, 2026-06-02, closed, Law 260/1949",
    "NL, 2026-04-03, closed, Algemene termijnenwet art. 3: Good Friday",
    "NL, 2026-04-27, closed, Algemene termijnenwet art. 3: King's Day",
    "PL, 2025-12-24, closed, Act of 6 December 2024: Christmas Eve",
    "DK, 2026-05-01, open, Act 214/2023: Great Prayer Day is abolished",
    "SE, 2026-06-19, closed, Midsummer's eve",
    "HU, 2026-01-10, open, decree 10/2025: a Saturday made up",
    "HU, 2026-01-02, closed, decree 10/2025",
    "LV, 2026-06-22, closed, cabinet order: exchanged for a Saturday",
    "SK, 2026-11-17, open, Act 241/1993: a holiday on which people work",
    "GR, 2026-04-13, closed, Orthodox Easter Monday",
    "CY, 2026-04-06, open, Western Easter Monday",
    "BG, 2027-05-04, closed, Labour Code art. 154: Labour Day meets Easter",
    "IE, 2026-02-02, closed, St Brigid's Day"
  })
  void countryWorksAsItsSourceSays(String country, LocalDate day, String state, String source) {
    WorkingDays days = workingDaysOf(country);
    assertThat(days.published(day)).isTrue();
    assertThat(days.works(day)).as(source).isEqualTo(state.equals("open"));
  }
}
