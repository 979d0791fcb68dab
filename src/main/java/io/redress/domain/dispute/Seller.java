package io.redress.domain.dispute;

import org.jspecify.annotations.Nullable;

/** Who sold, and signs the letter. */
public record Seller(
    @Personal @Text(pattern = "[^{}]*", form = "request.braces") @Nullable String name) {}
