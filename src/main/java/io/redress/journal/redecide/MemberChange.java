package io.redress.journal.redecide;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A changed member of the answer.
 *
 * @param member dotted, such as {@code dates.shipBefore}
 * @param before a missing node if it was absent
 * @param now a missing node if it is absent
 */
public record MemberChange(String member, JsonNode before, JsonNode now) {}
