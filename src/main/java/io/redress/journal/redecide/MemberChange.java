package io.redress.journal.redecide;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A member of the answer that is another now.
 *
 * @param member dotted, such as {@code dates.shipBefore}
 * @param before a missing node where there was none
 * @param now a missing node where there is none
 */
public record MemberChange(String member, JsonNode before, JsonNode now) {}
