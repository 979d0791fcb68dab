package io.redress.rules.source.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.rules.source.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTextTest {
  private static final Place PLACE = Place.ofCell("promises.xlsx", "Notes", "B4");

  /** Rows 4 to 8, where 0 is a new one. */
  private static SheetReferences references(int... rows) {
    List<EditedRow> edited = new ArrayList<>();
    Arrays.stream(rows).forEach(from -> edited.add(EditedRow.kept(from)));
    return new SheetReferences(
        "promises.xlsx",
        "Good will",
        List.of("Notes", "Good will", "Last"),
        RowMoves.of(4, 8, edited));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'Good will'!B6                    | 'Good will'!B7
          'GOOD WILL'!$B$6                  | 'GOOD WILL'!$B$7
          SUM('Good will'!B4:B8)            | SUM('Good will'!B4:B9)
          SUM('Good will'!B3:B8)            | SUM('Good will'!B3:B9)
          SUM('Good will'!B3:B1000)         | SUM('Good will'!B3:B1000)
          SUM('Good will'!$B$5:$C$7)        | SUM('Good will'!$B$5:$C$8)
          SUM('Good will'!B:B)              | SUM('Good will'!B:B)
          SUM('Good will'!6:7)              | SUM('Good will'!7:8)
          B6+Notes!B6+'Last'!B6             | B6+Notes!B6+'Last'!B6
          "'Good will'!B6"&'Good will'!A6   | "'Good will'!B6"&'Good will'!A7
          "say ""B6""\"&'Good will'!A6       | "say ""B6""\"&'Good will'!A7
          Goodwill[[#All],[B6]]             | Goodwill[[#All],[B6]]
          LOG10('Good will'!B6)+B6_x+xB6.y  | LOG10('Good will'!B7)+B6_x+xB6.y
          'It''s'!B6                        | 'It''s'!B6
          IF(TRUE(),1.5E6,'Good will'!XFD7) | IF(TRUE(),1.5E6,'Good will'!XFD8)
          ('Good will'!B6,'Good will'!B7)   | ('Good will'!B7,'Good will'!B8)
          'Good will'!B3                    | 'Good will'!B3
          'Good will'!B7#                   | 'Good will'!B8#
          Notes:Last!B3                     | Notes:Last!B3
          FALSE()                           | FALSE()
          """)
  void formulasOutsideReferToTheSameCells(String before, String after) {
    // A new row is behind row 5.
    assertThat(references(4, 5, 0, 6, 7, 8).outside(before, PLACE, "the formula")).isEqualTo(after);
  }

  @Test
  void referencesThatCannotFollowAreRefused() {
    assertThat(why(references(4, 5, 7, 8), "'Good will'!B6"))
        .contains("refers to row 6 of Good will, which would be deleted");
    assertThat(why(references(6, 5, 4, 7, 8), "SUM('Good will'!B6:B7)"))
        .contains(
            "refers to rows 6 to 7 of Good will, which would no longer be next to each other");
    assertThat(why(references(4, 0, 5, 6, 7, 8), "SUM(Notes:Last!B6)"))
        .contains("refers to row 6 of Good will, which would move, but not in the other sheets");
  }

  private static String why(SheetReferences references, String formula) {
    try {
      return references.outside(formula, PLACE, "the formula");
    } catch (EditRefusedException refused) {
      assertThat(refused.problem().cell()).isEqualTo("B4");
      assertThat(refused.problem().value()).isEqualTo(formula);
      return refused.problem().message();
    }
  }

  @Test
  void formulasInTheSheetGoWithTheirRow() {
    SheetReferences references = references(4, 0, 5, 6, 7, 7);

    assertThat(references.inside("B5*$C5+B4+$D$3", 5, 6, false, PLACE)).isEqualTo("B6*$C6+B4+$D$3");
    assertThat(references.inside("B7*2+B6+$B$6", 7, 9, true, PLACE)).isEqualTo("B9*2+B8+$B$7");
    assertThat(references.inside("SUM(B4:B6)", 1, 1, false, PLACE)).isEqualTo("SUM(B4:B7)");
  }

  @Test
  void formatsAreRelativeToTheFirstRowOfTheirRange() {
    SheetReferences references = references(4, 0, 5, 6, 7, 8);

    assertThat(references.anchored("AND($B5>1,$B$6=\"x\",B4=B5)", 5, 6, PLACE, "a format"))
        .isEqualTo("AND($B6>1,$B$7=\"x\",B5=B6)");
  }

  @Test
  void sharedFormulasAreCopiedAsSpreadsheetProgramsDo() {
    assertThat(FormulaText.copied("B4*$C$1+$D4+E$2+SUM(A4:B4)", 3, 1))
        .isEqualTo("C7*$C$1+$D7+F$2+SUM(B7:C7)");
  }
}
