package io.redress.rules.source;

import static io.redress.rules.source.RawWorkbook.escaped;

import io.redress.rules.source.ZipForms.Form;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Programs, by how they write a workbook, as far as their files are known from reports. Each saves
 * the same two sheets: a table, and notes.
 */
enum Writer {
  /** Rich and phonetic texts, extensions in namespaces of their own, a chain of calculations. */
  EXCEL(Form.DESCRIPTOR) {
    @Override
    Saving saving() {
      return new Saving() {
        @Override
        String worksheet(String rows) {
          return "<worksheet "
              + NAMES
              + " mc:Ignorable='x14ac xr'"
              + " xmlns:x14ac='http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac'"
              + " xmlns:xr='http://schemas.microsoft.com/office/spreadsheetml/2014/revision'"
              + " xr:uid='{00000000-0001-0000-0000-000000000000}'><dimension ref='A1:F9'/>"
              + "<sheetViews><sheetView tabSelected='1' workbookViewId='0'><pane ySplit='3'"
              + " topLeftCell='A4' activePane='bottomLeft' state='frozen'/></sheetView>"
              + "</sheetViews><sheetFormatPr defaultRowHeight='14.4' x14ac:dyDescent='0.3'/>"
              + "<cols><col min='1' max='2' width='12.5' customWidth='1'/></cols><sheetData>"
              + rows
              + "</sheetData><phoneticPr fontId='0' type='noConversion'/><pageMargins left='0.7'"
              + " right='0.7' top='0.75' bottom='0.75' header='0.3' footer='0.3'/><extLst>"
              + "<ext uri='{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}' xmlns:x14='http://schemas"
              + ".microsoft.com/office/spreadsheetml/2009/9/main'><x14:dataValidations count='0'"
              + " xmlns:xm='http://schemas.microsoft.com/office/excel/2006/main'/></ext></extLst>"
              + "</worksheet>";
        }

        @Override
        String row(int number, String cells) {
          return "<row r='" + number + "' spans='1:6' x14ac:dyDescent='0.3'>" + cells + "</row>";
        }

        @Override
        String si(String text) {
          int half = text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2);
          return text.length() < 4
              ? t(text) + "<rPh sb='0' eb='1'><t>ka</t></rPh><phoneticPr fontId='0'/>"
              : "<r>"
                  + t(text.substring(0, half))
                  + "</r><r><rPr><b/><sz val='11'/><rFont val='Calibri'/></rPr>"
                  + t(text.substring(half))
                  + "</r>";
        }

        @Override
        String workbook(String sheets) {
          return "<workbook "
              + NAMES
              + " mc:Ignorable='x15 xr'"
              + " xmlns:x15='http://schemas.microsoft.com/office/spreadsheetml/2010/11/main'"
              + " xmlns:xr='http://schemas.microsoft.com/office/spreadsheetml/2014/revision'>"
              + "<fileVersion appName='xl' lastEdited='7' lowestEdited='7' rupBuild='28429'/>"
              + "<workbookPr defaultThemeVersion='166925'/><mc:AlternateContent>"
              + "<mc:Choice Requires='x15'><x15ac:absPath url='C:\\Users\\lin\\'"
              + " xmlns:x15ac='http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac'/>"
              + "</mc:Choice></mc:AlternateContent><bookViews><workbookView/></bookViews>"
              + sheets
              + "<calcPr calcId='191029'/></workbook>";
        }

        @Override
        String notes() {
          relate("calcChain", "calcChain.xml");
          part("xl/calcChain.xml", "<calcChain " + NAMES + "><c r='B2' i='2' l='1'/></calcChain>");
          return row(1, text("A1", "about")) + row(2, "<c r='B2'><f>1+1</f><v>2</v></c>");
        }
      };
    }
  },

  /** Truth values as formulas. */
  LIBREOFFICE(Form.PLAIN) {
    @Override
    Saving saving() {
      return new Saving() {
        @Override
        String truth(String address, boolean value) {
          return "<c r='%s' s='0' t='b'><f aca='false'>%s()</f><v>%d</v></c>"
              .formatted(address, Boolean.toString(value).toUpperCase(Locale.ROOT), value ? 1 : 0);
        }

        @Override
        String row(int number, String cells) {
          return "<row r='%d' customFormat='false' ht='12.8' hidden='false' customHeight='false'"
                  .formatted(number)
              + " outlineLevel='0' collapsed='false'>"
              + cells
              + "</row>";
        }
      };
    }
  },

  /** Shares of percentages with all digits of a double, and elements of its own. */
  WPS(Form.STORED) {
    @Override
    Saving saving() {
      return new Saving() {
        @Override
        String number(String address, int style, BigDecimal number) {
          return "<c r='%s' s='%d'><v>%s</v></c>"
              .formatted(
                  address,
                  style,
                  new BigDecimal(number.doubleValue()).round(DOUBLE).toPlainString());
        }

        @Override
        String worksheet(String rows) {
          return "<worksheet "
              + NAMES
              + " xmlns:etc='http://www.wps.cn/officeDocument/2017/etCustomData'><sheetPr/>"
              + "<dimension ref='A1:F9'/><sheetViews><sheetView workbookViewId='0'/></sheetViews>"
              + "<sheetFormatPr defaultColWidth='9' defaultRowHeight='13.5'/><sheetData>"
              + rows
              + "</sheetData><pageMargins left='0.75' right='0.75' top='1' bottom='1' header='0.5'"
              + " footer='0.5'/><extLst><ext uri='{F9A2CFFB-2F1B-4D2C-8B2D-3A6D6A8B5F0E}'>"
              + "<etc:sheetInterline val='0'/></ext></extLst></worksheet>";
        }

        @Override
        String workbook(String sheets) {
          part(
              "customStorage/customStorage.xml",
              "<wsDr xmlns='http://www.wps.cn/officeDocument/2022/customStorage'/>");
          return "<workbook "
              + NAMES
              + " xmlns:etc='http://www.wps.cn/officeDocument/2017/etCustomData'><workbookPr/>"
              + "<bookViews><workbookView windowWidth='27945' windowHeight='12255'/></bookViews>"
              + sheets
              + "<calcPr calcId='144525'/><extLst><ext uri='{B58B0392-4F1F-4190-BB64-5DF3571DCE5F}'"
              + " xmlns:xcalcf='http://schemas.microsoft.com/office/spreadsheetml/2018/calcfeatures'>"
              + "<xcalcf:calcFeatures/></ext></extLst></workbook>";
        }
      };
    }
  },

  /** Numbers with a fraction, every cell with a style, a thousand rows, a drawing of nothing. */
  GOOGLE(Form.DESCRIPTOR) {
    @Override
    Saving saving() {
      return new Saving() {
        @Override
        String number(String address, int style, BigDecimal number) {
          return super.number(address, style, number.scale() > 0 ? number : number.setScale(1));
        }

        @Override
        String worksheet(String rows) {
          StringBuilder empty = new StringBuilder();
          for (int number = lastRow() + 1; number <= 1_000; number++) {
            empty.append("<row r='").append(number).append("' ht='15.75' customHeight='1'>");
            empty.append("<c r='A").append(number).append("' s='0'/></row>");
          }
          part(
              "xl/drawings/drawing1.xml",
              "<xdr:wsDr"
                  + " xmlns:xdr='http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing'/>");
          part(
              "xl/worksheets/_rels/sheet1.xml.rels",
              relationships(relationship("rId1", "drawing", "../drawings/drawing1.xml")));
          return "<worksheet "
              + NAMES
              + "><sheetPr><outlinePr summaryBelow='0' summaryRight='0'/></sheetPr>"
              + "<sheetViews><sheetView workbookViewId='0'/></sheetViews><sheetFormatPr"
              + " customHeight='1' defaultColWidth='12.63' defaultRowHeight='15.75'/><sheetData>"
              + rows
              + empty
              + "</sheetData><drawing r:id='rId1'/></worksheet>";
        }

        @Override
        String notesSheet(String rows) {
          return "<worksheet " + NAMES + "><sheetData>" + rows + "</sheetData></worksheet>";
        }

        @Override
        String workbook(String sheets) {
          return "<workbook "
              + NAMES
              + "><workbookPr/>"
              + sheets
              + "<definedNames/><calcPr/></workbook>";
        }
      };
    }
  },

  /** Notes first, blank cells with styles, dates in a format of the country. */
  NUMBERS(Form.PLAIN) {
    @Override
    Saving saving() {
      return new Saving() {
        @Override
        String dayFormat() {
          return "d mmm yyyy;@";
        }

        @Override
        boolean notesFirst() {
          return true;
        }

        @Override
        String worksheet(String rows) {
          return "<worksheet "
              + NAMES
              + "><sheetPr><pageSetUpPr fitToPage='1'/></sheetPr><sheetFormatPr"
              + " defaultColWidth='16.3333' defaultRowHeight='19.9' customHeight='1'"
              + " outlineLevelRow='0' outlineLevelCol='0'/><sheetData>"
              + rows
              + "</sheetData><headerFooter><oddFooter>&amp;C&amp;P</oddFooter></headerFooter>"
              + "</worksheet>";
        }

        @Override
        String row(int number, String cells) {
          return "<row r='%d' ht='20.25' customHeight='1'>%s<c r='G%d' s='0'/></row>"
              .formatted(number, cells, number);
        }

        @Override
        String notes() {
          return row(1, "") + row(3, text("B3", "This document was exported from Numbers."));
        }
      };
    }
  },

  /** No styles, no addresses, a prefix for each element, targets from the root of the package. */
  POWER_BI(Form.DESCRIPTOR) {
    @Override
    Saving saving() {
      return new Saving() {
        @Override
        String cell(String address, Object value, boolean percent) {
          if (value instanceof BigDecimal share && percent) {
            BigDecimal number = share.movePointRight(2);
            return number.compareTo(BigDecimal.ONE) < 0 && number.signum() > 0
                ? text(address, number.stripTrailingZeros().toPlainString() + "%")
                : number(address, 0, number);
          }
          return super.cell(address, value, percent);
        }

        @Override
        String text(String address, String text) {
          return "<x:c t='inlineStr'><x:is>"
              + t(text).replaceAll("<(/?)t", "<$1x:t")
              + "</x:is></x:c>";
        }

        @Override
        String truth(String address, boolean value) {
          return "<x:c t='b'><x:v>" + value + "</x:v></x:c>";
        }

        @Override
        String number(String address, int style, BigDecimal number) {
          return "<x:c><x:v>" + number.toPlainString() + "</x:v></x:c>";
        }

        @Override
        String day(String address, LocalDate day) {
          return "<x:c t='d'><x:v>" + day + "T00:00:00</x:v></x:c>";
        }

        @Override
        String blank(String address) {
          return "<x:c/>";
        }

        @Override
        String row(int number, String cells) {
          return "<x:row>" + cells + "</x:row>";
        }

        @Override
        String worksheet(String rows) {
          return "<x:worksheet xmlns:x='"
              + MAIN
              + "'><x:sheetData>"
              + rows
              + "</x:sheetData></x:worksheet>";
        }

        @Override
        String workbook(String sheets) {
          return "<x:workbook xmlns:x='"
              + MAIN
              + "' xmlns:r='"
              + OFFICE
              + "'>"
              + sheets.replaceAll("<(/?)sheet", "<$1x:sheet")
              + "</x:workbook>";
        }

        @Override
        String target(String name) {
          return "/xl/" + name;
        }

        @Override
        String sheetPart(int number) {
          return "worksheets/Sheet" + number + ".xml";
        }

        @Override
        boolean hasStyles() {
          return false;
        }
      };
    }
  };

  static final String TABLE = "Table";

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String NAMES =
      "xmlns='"
          + MAIN
          + "' xmlns:r='"
          + OFFICE
          + "' xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'";

  private static final MathContext DOUBLE = new MathContext(17);

  private final Form form;

  Writer(Form form) {
    this.form = form;
  }

  abstract Saving saving();

  /**
   * Saves a table.
   *
   * @param cells by row, from 1, and column, from 0
   */
  byte[] save(Map<Integer, Map<Integer, Cell>> cells) {
    return saving().bytes(form, cells);
  }

  /** One file; what most programs do, but for what each does in its own way. */
  private abstract static class Saving {
    private final Map<String, String> parts = new LinkedHashMap<>();
    private final Map<String, Integer> shared = new LinkedHashMap<>();
    private final StringBuilder relationships = new StringBuilder();
    private int related;
    private int lastRow;

    byte[] bytes(Form form, Map<Integer, Map<Integer, Cell>> cells) {
      lastRow = cells.keySet().stream().mapToInt(number -> number).max().orElse(0);
      StringBuilder rows = new StringBuilder();
      for (int number = 1; number <= lastRow; number++) {
        rows.append(row(number, cells(number, cells.getOrDefault(number, Map.of()))));
      }
      String table = worksheet(rows.toString());
      String notes = notesSheet(notes());
      part("xl/" + sheetPart(1), notesFirst() ? notes : table);
      part("xl/" + sheetPart(2), notesFirst() ? table : notes);
      String sheets =
          "<sheets><sheet name='%s' sheetId='1' r:id='%s'/><sheet name='%s' sheetId='2' r:id='%s'/>"
                  .formatted(
                      notesFirst() ? "Export Summary" : TABLE,
                      relate("worksheet", sheetPart(1)),
                      notesFirst() ? TABLE : "Notes",
                      relate("worksheet", sheetPart(2)))
              + "</sheets>";
      part("xl/workbook.xml", workbook(sheets));
      if (hasStyles()) {
        relate("styles", "styles.xml");
        part("xl/styles.xml", styles());
      }
      if (!shared.isEmpty()) {
        relate("sharedStrings", "sharedStrings.xml");
        StringBuilder list = new StringBuilder();
        shared.keySet().forEach(text -> list.append("<si>").append(si(text)).append("</si>"));
        part("xl/sharedStrings.xml", "<sst " + NAMES + ">" + list + "</sst>");
      }
      part("xl/_rels/workbook.xml.rels", relationships(relationships.toString()));
      part(
          "_rels/.rels", relationships(relationship("rId1", "officeDocument", "/xl/workbook.xml")));
      part("[Content_Types].xml", types());
      Map<String, byte[]> written = new LinkedHashMap<>();
      parts.forEach(
          (name, xml) ->
              written.put(
                  name,
                  ("<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n" + xml)
                      .getBytes(StandardCharsets.UTF_8)));
      return ZipForms.write(form, written);
    }

    private String cells(int number, Map<Integer, Cell> row) {
      StringBuilder cells = new StringBuilder();
      int last = row.keySet().stream().mapToInt(column -> column).max().orElse(-1);
      for (int column = 0; column <= last; column++) {
        String address = Cell.address(column, number);
        Cell cell = row.get(column);
        cells.append(cell == null ? blank(address) : cell(address, cell.value(), cell.percent()));
      }
      return cells.toString();
    }

    /** A cell; a percentage is stored as its share. */
    String cell(String address, Object value, boolean percent) {
      if (value instanceof Boolean truth) {
        return truth(address, truth);
      }
      if (value instanceof LocalDate day) {
        return day(address, day);
      }
      return value instanceof BigDecimal number
          ? number(address, percent ? 1 : 0, number)
          : text(address, value.toString());
    }

    String text(String address, String text) {
      int index = shared.computeIfAbsent(text, added -> shared.size());
      return "<c r='%s' s='0' t='s'><v>%d</v></c>".formatted(address, index);
    }

    String truth(String address, boolean value) {
      return "<c r='%s' s='0' t='b'><v>%d</v></c>".formatted(address, value ? 1 : 0);
    }

    String number(String address, int style, BigDecimal number) {
      return "<c r='%s' s='%d'><v>%s</v></c>".formatted(address, style, number.toPlainString());
    }

    String day(String address, LocalDate day) {
      long serial = ChronoUnit.DAYS.between(LocalDate.of(1899, 12, 30), day);
      return "<c r='%s' s='2'><v>%d</v></c>".formatted(address, serial);
    }

    String blank(String address) {
      return "<c r='" + address + "' s='0'/>";
    }

    String row(int number, String cells) {
      return "<row r='" + number + "'>" + cells + "</row>";
    }

    String si(String text) {
      return t(text);
    }

    String worksheet(String rows) {
      return "<worksheet " + NAMES + "><sheetData>" + rows + "</sheetData></worksheet>";
    }

    String workbook(String sheets) {
      return "<workbook " + NAMES + "><workbookPr date1904='false'/>" + sheets + "</workbook>";
    }

    String notesSheet(String rows) {
      return worksheet(rows);
    }

    String notes() {
      return row(1, text("A1", "about"));
    }

    boolean notesFirst() {
      return false;
    }

    boolean hasStyles() {
      return true;
    }

    String dayFormat() {
      return "yyyy\\-mm\\-dd";
    }

    String target(String name) {
      return name;
    }

    String sheetPart(int number) {
      return "worksheets/sheet" + number + ".xml";
    }

    int lastRow() {
      return lastRow;
    }

    void part(String name, String xml) {
      parts.put(name, xml);
    }

    String relate(String type, String name) {
      String id = "rId" + ++related;
      relationships.append(relationship(id, type, target(name)));
      return id;
    }

    private String styles() {
      return "<styleSheet "
          + NAMES
          + "><numFmts count='2'><numFmt numFmtId='164' formatCode='0.00##%'/><numFmt"
          + " numFmtId='165' formatCode='"
          + dayFormat()
          + "'/></numFmts><fonts count='1'><font><sz val='11'/><name val='Calibri'/></font></fonts>"
          + "<fills count='2'><fill><patternFill patternType='none'/></fill><fill><patternFill"
          + " patternType='gray125'/></fill></fills><borders count='1'><border/></borders>"
          + "<cellStyleXfs count='1'><xf numFmtId='0' fontId='0' fillId='0' borderId='0'/>"
          + "</cellStyleXfs><cellXfs count='3'>"
          + xf(0)
          + xf(164)
          + xf(165)
          + "</cellXfs><cellStyles count='1'><cellStyle name='Normal' xfId='0' builtinId='0'/>"
          + "</cellStyles></styleSheet>";
    }

    private static String xf(int format) {
      return "<xf numFmtId='%d' fontId='0' fillId='0' borderId='0' xfId='0' applyNumberFormat='1'/>"
          .formatted(format);
    }

    private String types() {
      StringBuilder types = new StringBuilder();
      parts
          .keySet()
          .forEach(
              name -> {
                String type = type(name);
                if (type != null) {
                  types.append("<Override PartName='/%s' ContentType='%s'/>".formatted(name, type));
                }
              });
      return "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
          + "<Default Extension='rels'"
          + " ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
          + "<Default Extension='xml' ContentType='application/xml'/>"
          + types
          + "</Types>";
    }

    private static @Nullable String type(String part) {
      String kind = part.substring(part.lastIndexOf('/') + 1).replaceAll("\\d*[.]xml$", "");
      String sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
      return switch (kind) {
        case "workbook" -> sheet + "sheet.main+xml";
        case "sheet", "Sheet" -> sheet + "worksheet+xml";
        case "styles", "sharedStrings", "calcChain" -> sheet + kind + "+xml";
        case "drawing" -> "application/vnd.openxmlformats-officedocument.drawing+xml";
        case "customStorage" -> "application/vnd.wps-officedocument.customStorage+xml";
        default -> null;
      };
    }

    static String relationships(String content) {
      return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
          + content
          + "</Relationships>";
    }

    static String relationship(String id, String type, String target) {
      return "<Relationship Id='%s' Type='%s/%s' Target='%s'/>".formatted(id, OFFICE, type, target);
    }

    /** A text; one that looks like a coded character is coded itself. */
    static String t(String text) {
      return "<t xml:space='preserve'>"
          + escaped(text.replaceAll("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_"))
          + "</t>";
    }
  }
}
