package io.redress.console.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.check.testcase.NewCase;
import io.redress.console.FormProblem;
import io.redress.domain.decision.CaseStatus;
import io.redress.domain.decision.Goods;
import io.redress.domain.dispute.ActionType;
import io.redress.rules.source.LocatedJson;
import io.redress.rules.source.ProblemList;
import io.redress.rules.source.YamlEntries;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The facts and the wished decision of a form.
 *
 * @param facts empty if they cannot be read
 * @param expect what was read of it
 * @param problems of the fields
 */
record WrittenCase(Optional<ObjectNode> facts, ObjectNode expect, List<FormProblem> problems) {
  private static final int MAX_TEXT = 50_000;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,12}([.]\\d{1,6})?");

  static WrittenCase of(CaseForm form) {
    List<FormProblem> problems = new ArrayList<>();
    Optional<ObjectNode> facts = object(form.facts).filter(read -> !read.isEmpty());
    if (facts.isEmpty()) {
      boolean nothing = CaseForm.tidied(form.facts).isEmpty();
      problems.add(new FormProblem("facts", nothing ? "cases.noFacts" : "cases.badFacts"));
    }
    ObjectNode expect = JsonNodeFactory.instance.objectNode();
    word(form.resolution, ActionType.class, "resolution", expect);
    number(form.discount, "discount", "nextOrderDiscountPercent", expect, problems);
    number(form.refund, "refund", "refund.amount", expect, problems);
    number(form.pieces, "pieces", "replacementQuantity", expect, problems);
    word(form.goods, Goods.class, "goods", expect);
    word(form.caseStatus, CaseStatus.class, "caseStatus", expect);
    Optional<ObjectNode> more = object(form.more);
    if (more.isEmpty()) {
      problems.add(new FormProblem("more", "cases.badMore"));
    }
    more.ifPresent(expect::setAll);
    if (expect.isEmpty()) {
      problems.add(new FormProblem("resolution", "cases.nothingWished"));
    }
    return new WrittenCase(facts, expect, problems);
  }

  private static <E extends Enum<E>> void word(
      @Nullable String chosen, Class<E> words, String member, ObjectNode expect) {
    String word = CaseForm.tidied(chosen);
    if (Arrays.stream(words.getEnumConstants()).anyMatch(one -> one.name().equals(word))) {
      expect.put(member, word);
    }
  }

  private static void number(
      @Nullable String typed,
      String field,
      String member,
      ObjectNode expect,
      List<FormProblem> problems) {
    String text = CaseForm.tidied(typed).replace(',', '.');
    if (NUMBER.matcher(text).matches()) {
      expect.put(member, new BigDecimal(text));
    } else if (!text.isEmpty()) {
      problems.add(new FormProblem(field, "cases.badNumber"));
    }
  }

  /** An object in YAML or JSON; empty if the text is none. */
  static Optional<ObjectNode> object(@Nullable String typed) {
    String text = Objects.requireNonNullElse(typed, "").strip();
    if (text.isEmpty()) {
      return Optional.of(JsonNodeFactory.instance.objectNode());
    }
    if (text.length() > MAX_TEXT) {
      return Optional.empty();
    }
    ProblemList problems = new ProblemList();
    List<LocatedJson> entries =
        YamlEntries.read(
            "", ("- " + text.replaceAll("\\R", "\n  ")).getBytes(StandardCharsets.UTF_8), problems);
    JsonNode read = entries.size() == 1 && problems.isEmpty() ? entries.get(0).tree() : null;
    return read instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
  }

  /** The case, if its facts can be read. */
  Optional<NewCase> testCase(CaseForm form) {
    return facts.map(
        read ->
            new NewCase(
                CaseForm.tidied(form.id),
                CaseForm.tidied(form.title),
                CaseForm.tidied(form.source),
                NewCase.impersonal(read),
                expect));
  }
}
