package io.redress.check.compare;

import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.ProblemList;
import io.redress.rules.source.Sheet;
import io.redress.rules.source.WorkbookReader;
import io.redress.rules.source.edit.EditRefusedException;
import io.redress.rules.table.SheetColumn;
import io.redress.rules.table.TableSheet;
import io.redress.rules.table.TypedRow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What two people made of one rule set, in one: tables by row and cell, texts by line. Where both
 * changed the same, nothing is decided for them.
 *
 * @param files the merged rule set; not to be used when there are conflicts
 * @param conflicts each with its place
 */
public record RuleSetMerge(RuleSetFiles files, List<Conflict> conflicts) {
  private static final String WORKBOOK = ".xlsx";
  private static final String CODE = ".drl.xlsx";
  private static final int MAX_SHOWN = 200;

  public RuleSetMerge {
    conflicts = List.copyOf(conflicts);
  }

  /**
   * What both changed.
   *
   * @param place a cell such as {@code promises.xlsx, Goodwill!F4}, a line, or a file
   * @param base what it was; empty if it is new, or too large to show
   */
  public record Conflict(String place, String base, String ours, String theirs) {}

  public static RuleSetMerge of(RuleSetFiles base, RuleSetFiles ours, RuleSetFiles theirs) {
    return new Work(base, ours, theirs).merged();
  }

  private static final class Work {
    private final RuleSetFiles base;
    private final RuleSetFiles ours;
    private final RuleSetFiles theirs;
    private final List<Conflict> conflicts = new ArrayList<>();

    Work(RuleSetFiles base, RuleSetFiles ours, RuleSetFiles theirs) {
      this.base = base;
      this.ours = ours;
      this.theirs = theirs;
    }

    RuleSetMerge merged() {
      Map<String, byte[]> files = new TreeMap<>();
      TreeSet<String> names = new TreeSet<>(base.all().keySet());
      names.addAll(ours.all().keySet());
      names.addAll(theirs.all().keySet());
      for (String name : names) {
        byte @Nullable [] merged =
            file(name, base.all().get(name), ours.all().get(name), theirs.all().get(name));
        if (merged != null) {
          files.put(name, merged);
        }
      }
      return new RuleSetMerge(RuleSetFiles.of(files), conflicts);
    }

    private byte @Nullable [] file(
        String name, byte @Nullable [] before, byte @Nullable [] mine, byte @Nullable [] other) {
      if (Arrays.equals(mine, other) || Arrays.equals(before, other)) {
        return mine;
      }
      if (Arrays.equals(before, mine)) {
        return other;
      }
      if (before == null || mine == null || other == null || name.endsWith(CODE)) {
        conflicts.add(new Conflict(name, "", "", ""));
        return mine;
      }
      return name.endsWith(WORKBOOK)
          ? workbook(name, before, mine, other)
          : text(name, before, mine, other);
    }

    private byte[] text(String name, byte[] before, byte[] mine, byte[] other) {
      List<String> lines = lines(before);
      List<String> mineLines = lines(mine);
      List<String> otherLines = lines(other);
      ThreeWay.Result<String> result =
          ThreeWay.of(lines, mineLines, otherLines, (a, b, c) -> Optional.empty());
      for (ThreeWay.Clash clash : result.clashes()) {
        conflicts.add(
            new Conflict(
                name + ":" + (clash.ours() + 1),
                clash.base() < lines.size() ? shown(lines.get(clash.base())) : "",
                shown(String.join("", mineLines.subList(clash.ours(), clash.oursEnd()))),
                shown(String.join("", otherLines.subList(clash.theirs(), clash.theirsEnd())))));
      }
      return result.merged().stream()
          .map(ThreeWay.Merged::element)
          .collect(Collectors.joining())
          .getBytes(StandardCharsets.UTF_8);
    }

    /** Lines with their ends. */
    private static List<String> lines(byte[] text) {
      String all = new String(text, StandardCharsets.UTF_8);
      return all.isEmpty() ? List.of() : List.of(all.split("(?<=\n)", -1));
    }

    private static String shown(String text) {
      String tidied = text.strip();
      return tidied.length() > MAX_SHOWN ? tidied.substring(0, MAX_SHOWN) + "..." : tidied;
    }

    private byte[] workbook(String name, byte[] before, byte[] mine, byte[] other) {
      Map<String, TableSheet> baseTables = tables(base, name);
      Map<String, TableSheet> mineTables = tables(ours, name);
      Map<String, TableSheet> otherTables = tables(theirs, name);
      Map<String, Sheet> baseNotes = notes(before, baseTables);
      Map<String, Sheet> mineNotes = notes(mine, mineTables);
      Map<String, Sheet> otherNotes = notes(other, otherTables);
      if (!sameFrames(baseTables, mineTables) || !sameFrames(baseTables, otherTables)) {
        conflicts.add(new Conflict(name, "", "", ""));
        return mine;
      }
      if (baseNotes.equals(otherNotes) || mineNotes.equals(otherNotes)) {
        return tables(mine, baseTables, mineTables, otherTables, true);
      }
      if (baseNotes.equals(mineNotes)) {
        return tables(other, baseTables, otherTables, mineTables, false);
      }
      TreeSet<String> sheets = new TreeSet<>(mineNotes.keySet());
      sheets.addAll(otherNotes.keySet());
      sheets.stream()
          .filter(sheet -> !Objects.equals(mineNotes.get(sheet), otherNotes.get(sheet)))
          .forEach(sheet -> conflicts.add(new Conflict(name + ", " + sheet, "", "", "")));
      return mine;
    }

    private static Map<String, TableSheet> tables(RuleSetFiles files, String name) {
      return TableSheet.all(files.rules()).stream()
          .filter(grid -> grid.table().file().equals(name))
          .collect(Collectors.toMap(grid -> grid.table().name(), Function.identity()));
    }

    /** Sheets that are no tables, such as notes, and those of the calendar. */
    private static Map<String, Sheet> notes(byte[] workbook, Map<String, TableSheet> tables) {
      return WorkbookReader.readAll("", workbook, new ProblemList()).stream()
          .filter(
              sheet ->
                  tables.values().stream()
                      .noneMatch(grid -> grid.table().sheet().equals(sheet.name())))
          .collect(Collectors.toMap(Sheet::name, Function.identity()));
    }

    /** Whether two workbooks have the same tables with the same columns. */
    private static boolean sameFrames(Map<String, TableSheet> one, Map<String, TableSheet> other) {
      return one.keySet().equals(other.keySet())
          && one.entrySet().stream()
              .allMatch(
                  entry -> {
                    TableSheet grid = Objects.requireNonNull(other.get(entry.getKey()));
                    return labels(entry.getValue()).equals(labels(grid))
                        && entry.getValue().table().hitPolicy() == grid.table().hitPolicy();
                  });
    }

    private static List<String> labels(TableSheet grid) {
      return grid.columns().stream().map(SheetColumn::label).toList();
    }

    /** The workbook with the changes that the other side made to its tables. */
    private byte[] tables(
        byte[] workbook,
        Map<String, TableSheet> before,
        Map<String, TableSheet> target,
        Map<String, TableSheet> other,
        boolean targetIsOurs) {
      byte[] merged = workbook;
      for (TableSheet grid : target.values()) {
        String name = grid.table().name();
        List<List<String>> base = Objects.requireNonNull(before.get(name)).rows();
        List<List<String>> added = Objects.requireNonNull(other.get(name)).rows();
        ThreeWay.Result<List<String>> result =
            ThreeWay.of(base, grid.rows(), added, RuleSetMerge::cells);
        result.clashes().forEach(clash -> clash(grid, base, added, clash, targetIsOurs));
        List<List<String>> rows = result.merged().stream().map(ThreeWay.Merged::element).toList();
        if (result.clashes().isEmpty() && !rows.equals(grid.rows())) {
          merged = written(grid, merged, result.merged());
        }
      }
      return merged;
    }

    private byte[] written(
        TableSheet grid, byte[] workbook, List<ThreeWay.Merged<List<String>>> rows) {
      try {
        return grid.write(
            workbook,
            rows.stream()
                .map(
                    row ->
                        new TypedRow(
                            row.ours() < 0 ? 0 : TableSheet.FIRST_ROW + row.ours(), row.element()))
                .toList());
      } catch (EditRefusedException refused) {
        conflicts.add(new Conflict(refused.problem().toString(), "", "", ""));
        return workbook;
      }
    }

    /** Names each cell that both changed, or the rows if their numbers differ. */
    private void clash(
        TableSheet grid,
        List<List<String>> base,
        List<List<String>> other,
        ThreeWay.Clash clash,
        boolean targetIsOurs) {
      String sheet = grid.table().file() + ", " + grid.table().sheet();
      int row = TableSheet.FIRST_ROW + clash.ours();
      boolean single =
          clash.oursEnd() == clash.ours() + 1
              && clash.theirsEnd() == clash.theirs() + 1
              && clash.base() < base.size();
      if (!single) {
        conflicts.add(new Conflict(sheet + ", row " + row, "", "", ""));
        return;
      }
      List<String> before = base.get(clash.base());
      List<String> target = grid.rows().get(clash.ours());
      List<String> others = other.get(clash.theirs());
      for (int i = 0; i < before.size(); i++) {
        boolean both =
            !target.get(i).equals(before.get(i))
                && !others.get(i).equals(before.get(i))
                && !target.get(i).equals(others.get(i));
        if (both) {
          conflicts.add(
              new Conflict(
                  sheet + "!" + grid.columns().get(i).letters() + row,
                  before.get(i),
                  targetIsOurs ? target.get(i) : others.get(i),
                  targetIsOurs ? others.get(i) : target.get(i)));
        }
      }
    }
  }

  /** A row of which both changed other cells. */
  private static Optional<List<String>> cells(
      List<String> base, List<String> ours, List<String> theirs) {
    List<String> row = new ArrayList<>();
    for (int i = 0; i < base.size(); i++) {
      String mine = ours.get(i);
      String other = theirs.get(i);
      if (!mine.equals(base.get(i)) && !other.equals(base.get(i)) && !mine.equals(other)) {
        return Optional.empty();
      }
      row.add(mine.equals(base.get(i)) ? other : mine);
    }
    return Optional.of(row);
  }
}
