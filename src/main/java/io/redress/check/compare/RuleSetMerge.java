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
 * changed the same, nothing is decided for them: they choose a side for each place.
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

  /** Whose change is taken where both changed the same. */
  public enum Side {
    OURS,
    THEIRS
  }

  /**
   * Merges; what both changed without a choice is a conflict.
   *
   * @param choices by the place of a conflict; the merge of the same rule sets has the same places
   */
  public static RuleSetMerge of(
      RuleSetFiles base, RuleSetFiles ours, RuleSetFiles theirs, Map<String, Side> choices) {
    return new Work(base, ours, theirs, choices).merged();
  }

  private static final class Work {
    private final RuleSetFiles base;
    private final RuleSetFiles ours;
    private final RuleSetFiles theirs;
    private final Map<String, Side> choices;
    private final List<Conflict> conflicts = new ArrayList<>();

    Work(RuleSetFiles base, RuleSetFiles ours, RuleSetFiles theirs, Map<String, Side> choices) {
      this.base = base;
      this.ours = ours;
      this.theirs = theirs;
      this.choices = choices;
    }

    /** What is chosen for a place; reports a conflict if nothing is. */
    private Optional<Side> chosen(String place, String before, String mine, String other) {
      Optional<Side> side = Optional.ofNullable(choices.get(place));
      if (side.isEmpty()) {
        conflicts.add(new Conflict(place, before, mine, other));
      }
      return side;
    }

    private boolean choosesTheirs(String place) {
      return chosen(place, "", "", "").filter(side -> side == Side.THEIRS).isPresent();
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
        return choosesTheirs(name) ? other : mine;
      }
      return name.endsWith(WORKBOOK)
          ? workbook(name, before, mine, other)
          : text(name, before, mine, other);
    }

    private byte[] text(String name, byte[] before, byte[] mine, byte[] other) {
      ThreeWay.Result<String> result =
          ThreeWay.of(
              lines(before),
              lines(mine),
              lines(other),
              (clash, base, ours, theirs) ->
                  chosen(
                          name + ":" + (clash.ours() + 1),
                          shown(String.join("", base)),
                          shown(String.join("", ours)),
                          shown(String.join("", theirs)))
                      .map(side -> side == Side.OURS ? ours : theirs));
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
        return choosesTheirs(name) ? other : mine;
      }
      try {
        if (baseNotes.equals(otherNotes) || mineNotes.equals(otherNotes)) {
          return tables(mine, baseTables, mineTables, otherTables, true);
        }
        if (baseNotes.equals(mineNotes)) {
          return tables(other, baseTables, otherTables, mineTables, false);
        }
        TreeSet<String> sheets = new TreeSet<>(mineNotes.keySet());
        sheets.addAll(otherNotes.keySet());
        sheets.removeIf(sheet -> Objects.equals(mineNotes.get(sheet), otherNotes.get(sheet)));
        return choosesTheirs(name + ", " + String.join(", ", sheets))
            ? tables(other, baseTables, otherTables, mineTables, false)
            : tables(mine, baseTables, mineTables, otherTables, true);
      } catch (EditRefusedException refused) {
        return choosesTheirs(name + " (" + refused.problem() + ")") ? other : mine;
      }
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
            ThreeWay.of(
                base,
                grid.rows(),
                added,
                (clash, was, its, others) -> rows(grid, clash, was, its, others, targetIsOurs));
        List<List<String>> rows = result.merged().stream().map(ThreeWay.Merged::element).toList();
        if (result.clashes().isEmpty() && !rows.equals(grid.rows())) {
          merged =
              grid.write(
                  merged,
                  result.merged().stream()
                      .map(
                          row ->
                              new TypedRow(
                                  row.ours() < 0 ? 0 : TableSheet.FIRST_ROW + row.ours(),
                                  row.element()))
                      .toList());
        }
      }
      return merged;
    }

    /** Merges a row by cell; where the numbers of rows differ, all of one side are chosen. */
    private Optional<List<List<String>>> rows(
        TableSheet grid,
        ThreeWay.Clash clash,
        List<List<String>> before,
        List<List<String>> target,
        List<List<String>> others,
        boolean targetIsOurs) {
      String sheet = grid.table().file() + ", " + grid.table().sheet();
      int number = TableSheet.FIRST_ROW + clash.ours();
      if (before.size() != 1 || target.size() != 1 || others.size() != 1) {
        return chosen(sheet + ", row " + number, "", "", "")
            .map(side -> (side == Side.OURS) == targetIsOurs ? target : others);
      }
      List<String> row = new ArrayList<>();
      boolean resolved = true;
      for (int i = 0; i < before.get(0).size(); i++) {
        String was = before.get(0).get(i);
        String its = target.get(0).get(i);
        String other = others.get(0).get(i);
        if (its.equals(was) || other.equals(was) || its.equals(other)) {
          row.add(its.equals(was) ? other : its);
          continue;
        }
        Optional<Side> side =
            chosen(
                sheet + "!" + grid.columns().get(i).letters() + number,
                was,
                targetIsOurs ? its : other,
                targetIsOurs ? other : its);
        resolved &= side.isPresent();
        row.add(side.filter(one -> (one == Side.OURS) != targetIsOurs).isPresent() ? other : its);
      }
      return resolved ? Optional.of(List.of(row)) : Optional.empty();
    }
  }
}
