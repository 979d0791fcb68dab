package io.redress.rules.ruleset;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file that stands beside a file of the rules and is not read, although a person may think so.
 *
 * @param name path inside the folder
 * @param of path of the file that is read
 */
public record IgnoredFile(String name, Kind kind, String of) {
  /** Why a file is not read. */
  public enum Kind {
    /** A copy by a person, a browser, or a program that synchronizes folders. */
    COPY,
    /** A backup that a program or a person made. */
    BACKUP,
    /** A lock file: another program has the file open. */
    OPEN
  }

  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

  /** Lock files of Excel and WPS, of LibreOffice, of older WPS, of Emacs and of Vim. */
  private static final List<Pattern> LOCKS =
      patterns("~\\$(.+)", "[.]~lock[.](.+)#", "[.]~(.+)", "[.]#(.+)", "[.](.+)[.]sw[a-z]");

  private static final List<Pattern> BACKUPS =
      patterns(
          "(.+?)(?:[.]~\\d+)?~",
          "(.+)[.](?:bak|backup|old|orig|original|save|sav|prev|rej)\\d*",
          "(?:Backup of |Sicherungskopie von |Copie de sauvegarde de )?(.+)[.]xlk");

  private static final String OPENS = "[(\\[\uFF08]\\s*";
  private static final String CLOSES = "\\s*[)\\]\uFF09]";
  private static final String NUMBER = OPENS + "\\d{1,4}" + CLOSES;
  private static final String COUNTED = "(?:\\s*\\d{1,3}|\\s*" + NUMBER + ")?";

  private static final String COPY =
      "copy|copies|duplicate|duplikat|duplicado|copie|kopie|kopia|kopi|kopya|kópia"
          + "|copia|cópia|копия|копія|副本|复件|复制|複製|拷贝|コピー|복사본|사본|αντίγραφο|نسخة";

  private static final String SPARE =
      "backup|back-up|bak|old|orig|original|autosaved?|autorecovered|recovered|repaired|restored"
          + "|sicherung|wiederhergestellt|repariert|备份|已恢复|已修复|резервная копия";

  private static final String CONFLICT =
      "conflict|konflikt|conflit|conflito|conflitto|конфликт|冲突|衝突|競合|충돌";

  /** Names that Windows and macOS give to computers; OneDrive adds them to conflicting copies. */
  private static final String COMPUTER =
      "(?:DESKTOP|LAPTOP|WIN|SURFACE)-[A-Z0-9]+|[^()]*(?:MacBook|iMac)[^()]*";

  /** What follows the name of the file that was copied. */
  private static final Pattern AFTER =
      Pattern.compile(
          "(?:[\\s._–—-]*"
              + NUMBER
              + "|\\s\\d{1,2}"
              + "|的?[\\s._–—-]*(?:"
              + OPENS
              + ")?(?:"
              + COPY
              + "|"
              + SPARE
              + ")"
              + COUNTED
              + "(?:"
              + CLOSES
              + ")?"
              + "|[\\s._–—-]+(?:"
              + OPENS
              + ")?[^()]*(?:"
              + CONFLICT
              + ")[^()]*+(?:"
              + CLOSES
              + ")?"
              + "|\\s*"
              + OPENS
              + "[^()\uFF08\uFF09]*(?:"
              + CONFLICT
              + ")[^()\uFF08\uFF09]*"
              + CLOSES
              + "|\\s*"
              + OPENS
              + "version\\s*\\d{1,3}"
              + CLOSES
              // Made while versions are merged.
              + "|_(?:BACKUP|BASE|LOCAL|REMOTE)_\\d+|[.](?:mine|theirs|r\\d+)"
              + "|-(?:"
              + COMPUTER
              + ")){1,4}",
          FLAGS);

  /** What precedes it. */
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?:(?:"
              + COPY
              + "|"
              + SPARE
              + "|sicherungskopie|conflicted copy)"
              + COUNTED
              + "(?:\\s+(?:of|von|de|van|av|af|di|da|z))?[\\s~〜～_–—-]+){1,4}",
          FLAGS);

  private static final Pattern SPARE_WORD =
      Pattern.compile("(?<!\\p{L})(?:" + SPARE + ")(?!\\p{L})", FLAGS);

  /** Made by systems and programs beside the files of people, and never part of a rule set. */
  private static final Pattern NOISE =
      Pattern.compile(
          "[.].*|~.*|.*~|#.*#|__MACOSX|@eaDir|lost[+]found|\\$RECYCLE[.]BIN"
              + "|System Volume Information|(?:eh)?Thumbs(?:_vista)?[.]db|desktop[.]ini|Icon\r"
              + "|.*[.](?:tmp|temp|te?mp\\d+|swp|lock|lck|part|partial|crdownload|download|lnk|url"
              + "|webloc|asd|wbk|xlk|bak\\d*|backup\\d*|old|orig|original|save?|prev|rej)",
          FLAGS);

  /** One sentence on the file, and one on what to do. */
  public String text() {
    return switch (kind) {
      case COPY ->
          name + " is a copy of " + of + " and is not read. Make changes in " + of + " only.";
      case BACKUP ->
          name + " is a backup of " + of + " and is not read. Make changes in " + of + " only.";
      case OPEN -> of + " is open in another program. It is read when it is saved.";
    };
  }

  /**
   * Whether the name of a file or folder is that of a lock file, a temporary file, a backup, or a
   * file of the operating system.
   *
   * @param name without a path
   */
  static boolean isNoise(String name) {
    return NOISE.matcher(name).matches();
  }

  /**
   * Returns the file as ignored if it is a lock file, a backup or a copy of one of the others.
   *
   * @param name path inside the folder
   * @param others paths of the files in the folder
   */
  public static Optional<IgnoredFile> find(String name, Collection<String> others) {
    int slash = name.lastIndexOf('/') + 1;
    String folder = name.substring(0, slash);
    String last = name.substring(slash);
    List<String> beside =
        others.stream()
            .filter(other -> other.startsWith(folder) && other.indexOf('/', slash) < 0)
            .filter(other -> !other.equals(name))
            .map(other -> other.substring(slash))
            .sorted(Comparator.comparingInt(String::length).thenComparing(other -> other))
            .toList();
    return named(LOCKS, last, beside)
        .map(of -> new IgnoredFile(name, Kind.OPEN, folder + of))
        .or(
            () ->
                named(BACKUPS, last, beside)
                    .map(of -> new IgnoredFile(name, Kind.BACKUP, folder + of)))
        .or(
            () ->
                beside.stream()
                    .filter(of -> isCopy(last, of))
                    .findFirst()
                    .map(of -> new IgnoredFile(name, kind(last, of), folder + of)));
  }

  private static Optional<String> named(List<Pattern> forms, String last, List<String> beside) {
    return forms.stream()
        .map(form -> form.matcher(last))
        .filter(Matcher::matches)
        .map(found -> found.group(1))
        .flatMap(
            of ->
                beside.stream()
                    .filter(one -> one.equalsIgnoreCase(of) || one.equalsIgnoreCase(of + ".xlsx")))
        .findFirst();
  }

  private static boolean isCopy(String last, String of) {
    String ending = ending(of);
    if (!ending.equalsIgnoreCase(ending(last))) {
      return false;
    }
    String copy = last.substring(0, last.length() - ending.length());
    String stem = of.substring(0, of.length() - ending.length());
    int more = copy.length() - stem.length();
    return more > 0
        && (copy.regionMatches(true, 0, stem, 0, stem.length())
                && AFTER.matcher(copy.substring(stem.length())).matches()
            || copy.regionMatches(true, more, stem, 0, stem.length())
                && BEFORE.matcher(copy.substring(0, more)).matches());
  }

  private static Kind kind(String last, String of) {
    boolean spare = SPARE_WORD.matcher(last).find() && !SPARE_WORD.matcher(of).find();
    return spare ? Kind.BACKUP : Kind.COPY;
  }

  private static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot);
  }

  private static List<Pattern> patterns(String... forms) {
    return Stream.of(forms).map(form -> Pattern.compile(form, FLAGS)).toList();
  }
}
