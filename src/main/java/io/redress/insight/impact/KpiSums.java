package io.redress.insight.impact;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Sums of one KPI in one unit.
 *
 * @param amongBefore the disputes among which a share is taken
 * @param products the sums of the products of each two of the four values of a dispute, for the
 *     error of an estimate
 */
record KpiSums(
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal before,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal after,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amongBefore,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amongAfter,
    List<Double> products) {
  private static final int VALUES = 4;

  static final KpiSums NONE =
      new KpiSums(
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          List.of(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0));

  KpiSums {
    products = List.copyOf(products);
  }

  KpiSums plus(KpiEffect effect) {
    double[] values = {
      effect.before().doubleValue(),
      effect.after().doubleValue(),
      effect.amongBefore().doubleValue(),
      effect.amongAfter().doubleValue()
    };
    List<Double> sums = new ArrayList<>(products.size());
    for (int i = 0; i < VALUES; i++) {
      for (int j = 0; j <= i; j++) {
        sums.add(products.get(sums.size()) + values[i] * values[j]);
      }
    }
    return new KpiSums(
        before.add(effect.before()),
        after.add(effect.after()),
        amongBefore.add(effect.amongBefore()),
        amongAfter.add(effect.amongAfter()),
        sums);
  }

  KpiSums plus(KpiSums other) {
    List<Double> sums = new ArrayList<>(products.size());
    for (int i = 0; i < products.size(); i++) {
      sums.add(products.get(i) + other.products.get(i));
    }
    return new KpiSums(
        before.add(other.before),
        after.add(other.after),
        amongBefore.add(other.amongBefore),
        amongAfter.add(other.amongAfter),
        sums);
  }

  /** The sum of the squares of a weighted sum of the four values of each dispute. */
  double squares(double... weights) {
    double sum = 0;
    int place = 0;
    for (int i = 0; i < VALUES; i++) {
      for (int j = 0; j <= i; j++) {
        sum += (i == j ? 1 : 2) * weights[i] * weights[j] * products.get(place++);
      }
    }
    return sum;
  }
}
