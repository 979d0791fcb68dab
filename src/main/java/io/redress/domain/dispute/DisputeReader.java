package io.redress.domain.dispute;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.platform.phrase.Phrase;
import io.redress.platform.text.EscapedText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the facts of a dispute from strict JSON, checks them, and reports all problems at once. */
public final class DisputeReader {
  /** Maximum size of a request body, in bytes. The facts of one dispute take a few kilobytes. */
  public static final int MAX_BYTES = 256 * 1024;

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final ObjectMapper STRICT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(32)
                          .maxNumberLength(32)
                          .maxStringLength(10_000)
                          .maxNameLength(200)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private DisputeReader() {}

  /**
   * Reads a request body.
   *
   * @param today returns the current day in a country's time zone, for facts without {@code asOf}
   */
  public static ReadResult read(byte[] json, Function<Country, LocalDate> today) {
    return read(json, CustomFacts.NONE, today);
  }

  /**
   * Reads a request body that may have facts of the seller's own.
   *
   * @param today returns the current day in a country's time zone, for facts without {@code asOf}
   */
  public static ReadResult read(
      byte[] json, CustomFacts declared, Function<Country, LocalDate> today) {
    List<FactProblem> problems = new ArrayList<>();
    Optional<JsonNode> tree = parsed(json, problems);
    return tree.isPresent() ? read(tree.get(), declared, today) : new ReadResult.Refused(problems);
  }

  /**
   * Reads a request about facts as a record, whose members of the type {@link ObjectNode} are read
   * later. Members with problems are null.
   *
   * @param problems receives all problems
   * @return empty when the body is not a JSON object
   */
  public static <R> Optional<R> request(byte[] json, Class<R> type, List<FactProblem> problems) {
    Optional<JsonNode> tree = parsed(json, problems);
    if (tree.isPresent() && !tree.get().isObject()) {
      problems.add(FactProblem.malformed("", "request.notAnObject"));
    }
    return tree.filter(JsonNode::isObject)
        .map(object -> new RecordReader(problems, CustomFacts.NONE).read(object, "", type));
  }

  private static Optional<JsonNode> parsed(byte[] json, List<FactProblem> problems) {
    if (json.length > MAX_BYTES) {
      problems.add(FactProblem.malformed("", "request.tooManyBytes", String.valueOf(MAX_BYTES)));
      return Optional.empty();
    }
    try {
      JsonNode tree = tree(json);
      if (tree != null && !tree.isMissingNode()) {
        return Optional.of(tree);
      }
      problems.add(FactProblem.malformed("", "request.emptyBody"));
    } catch (CharacterCodingException foreign) {
      problems.add(FactProblem.malformed("", "request.notUtf8"));
    } catch (JsonProcessingException broken) {
      var place = broken.getLocation();
      problems.add(
          place == null
              ? FactProblem.malformed("", "request.notJson", plain(broken))
              : FactProblem.malformed(
                  "", "request.notJsonAt", place.getLineNr(), place.getColumnNr(), plain(broken)));
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return Optional.empty();
  }

  /** Returns the facts as sent, of a body that {@link #read(byte[], Function)} accepted. */
  public static ObjectNode sent(byte[] json) {
    try {
      return (ObjectNode) tree(json);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static JsonNode tree(byte[] json) throws IOException {
    return STRICT.readTree(utf8(json));
  }

  /** Reads facts from a parsed tree, which may come from JSON or YAML. */
  public static ReadResult read(JsonNode tree, Function<Country, LocalDate> today) {
    return read(tree, CustomFacts.NONE, today);
  }

  /** Reads facts, which may have some of the seller's own, from a parsed tree. */
  public static ReadResult read(
      JsonNode tree, CustomFacts declared, Function<Country, LocalDate> today) {
    if (!(tree instanceof ObjectNode json)) {
      return refused("request.notAnObject");
    }
    List<FactProblem> problems = new ArrayList<>();
    Dispute dispute = new RecordReader(problems, declared).read(json, "", Dispute.class);
    List<FactProblem> contradictions = new ArrayList<>();
    boolean dayUnreadable =
        problems.stream().anyMatch(problem -> problem.pointer().equals("/asOf"));
    LocalDate day =
        dayUnreadable ? LocalDate.MAX : today.apply(dispute.order().sellerCountryOrDefault());
    FactChecks.check(dispute, day, contradictions);
    contradictions.stream().filter(problem -> isNew(problem, problems)).forEach(problems::add);
    return problems.isEmpty()
        ? new ReadResult.Read(dispute, json)
        : new ReadResult.Refused(problems);
  }

  /** Unreadable values are null, so a check may report as missing what already has a problem. */
  private static boolean isNew(FactProblem problem, List<FactProblem> problems) {
    return problems.stream().noneMatch(known -> known.pointer().equals(problem.pointer()));
  }

  /** Decodes UTF-8 without a leading byte order mark, which editors on Windows add. */
  private static String utf8(byte[] json) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static ReadResult refused(String key, Object... arguments) {
    return new ReadResult.Refused(List.of(FactProblem.malformed("", key, arguments)));
  }

  /** Describes a parse error without the Java details of Jackson's message. */
  private static Phrase plain(JsonProcessingException broken) {
    String message = broken.getOriginalMessage();
    if (message.contains("Duplicate field")) {
      return Phrase.of(
          "request.duplicate", EscapedText.visible(message).replaceFirst("^Duplicate field ", ""));
    }
    if (message.contains("end-of-input") || message.contains("end of input")) {
      return Phrase.of("request.endsEarly");
    }
    if (message.contains("nesting depth")) {
      return Phrase.of("request.tooDeep");
    }
    if (message.contains("Number value length")) {
      return Phrase.of("request.tooManyDigits");
    }
    if (message.contains("exceeds the maximum allowed")) {
      return Phrase.of("request.longText");
    }
    if (message.contains("Trailing token")) {
      return Phrase.of("request.trailing");
    }
    return Phrase.of("request.unexpected");
  }
}
