package io.redress.domain.decision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The promised days; null where one does not apply.
 *
 * @param respondBy the day by which the buyer is asked to answer
 * @param shipBefore the last day on which the seller ships
 * @param nextReviewBy the day by which the seller reviews the case
 */
public record Dates(
    @Nullable LocalDate respondBy,
    @Nullable LocalDate shipBefore,
    @Nullable LocalDate nextReviewBy) {}
