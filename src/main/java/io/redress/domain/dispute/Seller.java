package io.redress.domain.dispute;

import org.jspecify.annotations.Nullable;

/** The seller, who signs the letter. */
public record Seller(
    @Personal @Text(pattern = "[^{}]*", form = "request.braces") @Nullable String name) {}
