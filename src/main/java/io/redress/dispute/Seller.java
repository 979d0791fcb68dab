package io.redress.dispute;

import org.jspecify.annotations.Nullable;

/** Who sold, and signs the letter. */
public record Seller(
    @Personal @Text(pattern = "[^{}]*", form = "Leave out braces.") @Nullable String name) {}
