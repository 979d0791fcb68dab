package io.redress.rules.letter;

import io.redress.domain.decision.Action;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.Goods;
import io.redress.domain.decision.Refund;
import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.Party;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a letter says about the goods, and about who pays for shipping and returning them. */
record GoodsAndFees(Decision decision, ParcelState parcel, LetterTexts texts) {
  private static final Set<ParcelState> RETURNING =
      EnumSet.of(ParcelState.RETURNING, ParcelState.REFUSED);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Action RETURN_GOODS = new Action.BuyerAction("RETURN_GOODS");

  /** What the text of an action says about fees; null when nothing. */
  @Nullable String fee(Action action) {
    if (action instanceof Action.Replacement
        || action instanceof Action.SendPart && LetterWriter.partsShareParagraph(decision)) {
      return parcel == ParcelState.NOT_SHIPPED
          ? null
          : fee("reshipFee.", decision.reshipFeePaidBy());
    }
    boolean buyerSends =
        isReturn(action) && !RETURNING.contains(parcel) || action.equals(RETURN_GOODS);
    String returned = buyerSends ? fee("returnFee.", decision.returnFeePaidBy()) : null;
    String shipping =
        shippingFeeRefunded(action)
            ? texts.text("shippingFee.REFUNDED")
            : keepsShippingFee(action) ? texts.text("shippingFee.NOT_REQUIRED") : null;
    String duty = dutyRefunded(action) ? texts.text("duty.REFUNDED") : null;
    return texts.sentences(texts.sentences(shipping, duty), returned);
  }

  private @Nullable String fee(String section, @Nullable Party payer) {
    return payer == null ? null : texts.text(section + payer);
  }

  private static boolean dutyRefunded(Action action) {
    return action instanceof Action.Refunding refunding && refunding.refund().duty() != null;
  }

  private boolean shippingFeeRefunded(Action action) {
    return action instanceof Action.Refunding refunding
        && refunding.refund().shippingFee() == Refund.ShippingFee.REFUNDED
        && (dispute().order().shippingFee() == null
            ? refunding.refund().amount() == null
            : dispute().order().shippingFee().signum() > 0);
  }

  /**
   * A buyer who gets the price of all goods wonders where the fee is, unless it was not asked for.
   */
  private boolean keepsShippingFee(Action action) {
    return action instanceof Action.Refunding refunding
        && refunding.refund().shippingFee() == Refund.ShippingFee.NOT_REQUIRED
        && refunding.refund().percentOfGoods().compareTo(HUNDRED) >= 0
        && dispute().order().shippingFee() != null
        && dispute().order().shippingFee().signum() > 0
        && dispute().claimedAmount() == null;
  }

  /** What happens to the goods, unless an action has said it. */
  @Nullable String goods() {
    Goods goods = decision.goods();
    boolean said =
        goods == Goods.KEEP
            ? decision.actions().stream().noneMatch(GoodsAndFees::isRemedy)
            : RETURNING.contains(parcel) && goods != Goods.RETURN_IF_ARRIVES
                || decision.actions().stream().anyMatch(GoodsAndFees::isReturn)
                || decision.actions().contains(RETURN_GOODS);
    String text =
        goods == null || said && goods != Goods.DISPOSE ? null : texts.text("goods." + goods);
    if (goods == Goods.KEEP && text != null) {
      return texts.sentences(text, restMayArrive() ? texts.text("goods.REST_IF_ARRIVES") : null);
    }
    boolean travels = goods == Goods.RETURN || goods == Goods.RETURN_IF_ARRIVES;
    return text == null || !travels
        ? text
        : texts.sentences(text, fee("returnFee.", decision.returnFeePaidBy()));
  }

  /** What was paid or sent again may come after all, unless customs keep it. */
  private boolean restMayArrive() {
    return parcel == ParcelState.PARTLY_RECEIVED && dispute().customs().cause() == null;
  }

  private static boolean isReturn(Action action) {
    return action.type() == ActionType.RETURN_AND_REFUND;
  }

  private static boolean isRemedy(Action action) {
    return action.type().refunds()
        || action.type() == ActionType.REPLACEMENT
        || action.type() == ActionType.SEND_PART;
  }

  private Dispute dispute() {
    return decision.assessment().dispute();
  }
}
