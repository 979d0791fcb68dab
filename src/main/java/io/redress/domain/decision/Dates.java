package io.redress.domain.decision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The promised days; null where one does not apply.
 *
 * @param respondBy the day by which the buyer is asked to answer
 * @param shipBefore the last day on which the seller ships
 * @param nextReviewBy the day by which the seller reviews the case
 * @param answerBy the day by which the seller must answer on the platform
 * @param refundBy the day by which the buyer has the money
 * @param returnBy the day by which the buyer sends the goods back
 */
public record Dates(
    @Nullable LocalDate respondBy,
    @Nullable LocalDate shipBefore,
    @Nullable LocalDate nextReviewBy,
    @Nullable LocalDate answerBy,
    @Nullable LocalDate refundBy,
    @Nullable LocalDate returnBy) {}
