package io.redress.rules.letter;

import static java.util.Map.entry;

import io.redress.domain.decision.Action;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.Goods;
import io.redress.domain.decision.Refund;
import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeType;
import io.redress.domain.dispute.Party;
import io.redress.domain.dispute.Reason;
import io.redress.domain.dispute.Shipment;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a letter may say, the words that say it in each language, and when that is true. */
enum Claim {
  ON_ITS_WAY(
      Claim::mayBeOnItsWay,
      entry("en", "still on its way"),
      entry("de", "unterwegs"),
      entry("es", "sigue en camino|aún está en camino"),
      entry("fr", "toujours en route|encore en route"),
      entry("pt", "a caminho"),
      entry("pt-PT", "a caminho"),
      entry("ru", "по-прежнему в пути|ещё в пути"),
      entry("zh", "仍在运送途中|还在运送途中"),
      entry("zh-Hant", "仍在運送途中|還在運送途中")),
  SENT_AGAIN(
      decision ->
          has(decision, ActionType.REPLACEMENT) && !neverSent(decision) ? Truth.MAY : Truth.NEVER,
      entry("en", "your goods again"),
      entry("de", "die Ware noch einmal"),
      entry("es", "enviaremos de nuevo"),
      entry("fr", "enverrons de nouveau"),
      entry("pt", "enviar o produto novamente"),
      entry("pt-PT", "o produto de novo"),
      entry("ru", "товар ещё раз"),
      entry("zh", "为您重新发货"),
      entry("zh-Hant", "為您重新寄出")),
  GOODS_SENT(
      decision ->
          Truth.exactlyIf(
              has(decision, ActionType.REPLACEMENT)
                  || has(decision, ActionType.SEND_PART)
                  || has(decision, ActionType.KEEP_TRACKING)
                      && ParcelState.of(decision) == ParcelState.NOT_SHIPPED),
      entry("en", "We will send you|We will send your|We will ship your order"),
      entry("de", "Wir schicken Ihnen|Wir versenden Ihre"),
      entry("es", "Le enviaremos|Enviaremos su pedido"),
      entry("fr", "Nous vous enverrons|Nous expédierons"),
      entry("pt", "Vamos enviar"),
      entry("pt-PT", "Vamos enviar"),
      entry("ru", "Мы вышлем Вам|Мы отправим Ваш заказ"),
      entry("zh", "将为您补发|将为您重新发货|为您的订单发货|将为您补寄"),
      entry("zh-Hant", "將為您補寄|將為您重新寄出|為您的訂單出貨")),
  MONEY(
      decision -> Truth.exactlyIf(decision.actions().stream().anyMatch(a -> a.type().refunds())),
      entry("en", "e will refund"),
      entry("de", "erstatten Ihnen|erstatten wir Ihnen"),
      entry("es", "le reembolsaremos|Le reembolsaremos"),
      entry("fr", "vous rembourserons"),
      entry("pt", "amos reembolsar"),
      entry("pt-PT", "amos reembolsar-lhe"),
      entry("ru", "вернём Вам"),
      entry("zh", "向您退还"),
      entry("zh-Hant", "退還給您")),
  DISCOUNT(
      decision -> Truth.exactlyIf(decision.nextOrderDiscountPercent().signum() > 0),
      entry("en", "off your next order"),
      entry("de", "Rabatt auf Ihre"),
      entry("es", "de descuento"),
      entry("fr", "de remise"),
      entry("pt", "de desconto"),
      entry("pt-PT", "de desconto"),
      entry("ru", "скидку"),
      entry("zh", "优惠"),
      entry("zh-Hant", "優惠")),
  SEND_BACK(
      decision -> Truth.exactlyIf(isSentBack(decision)),
      entry("en", "the goods back to us|it back to us|concerned back to us"),
      entry(
          "de",
          "Bitte schicken Sie die Ware|Bitte schicken Sie das betroffene|betroffenen Stücke|schicken Sie es bitte"
              + "|schicken Sie es an uns zurück|Würden Sie die Ware"),
      entry("es", "nos devuelva|nos lo devuelva|devolvernos"),
      entry("fr", "nous renvoyer|nous le renvoyer"),
      entry("pt", "devolva o produto para|devolva-a para|devolva para nós|devolver o produto para"),
      entry("pt-PT", "nos devolva|no-lo devolva|devolver-nos"),
      entry("ru", "обратно нам|отправьте её обратно"),
      entry("zh", "寄回给我们|将它寄回"),
      entry("zh-Hant", "寄回給我們|將它寄回")),
  KEEP(
      decision ->
          Truth.exactlyIf(
              decision.goods() == Goods.KEEP
                  && decision.actions().stream().anyMatch(Claim::givesSomething)),
      entry("en", "You may keep"),
      entry("de", "dürfen Sie behalten"),
      entry("es", "Puede quedarse"),
      entry("fr", "Vous pouvez garder"),
      entry("pt", "Você pode ficar com"),
      entry("pt-PT", "Pode ficar com"),
      entry("ru", "можете оставить себе"),
      entry("zh", "您可以保留"),
      entry("zh-Hant", "您可以保留")),
  DISPOSE(
      decision -> Truth.exactlyIf(decision.goods() == Goods.DISPOSE),
      entry("en", "dispose of them"),
      entry("de", "entsorgen Sie"),
      entry("es", "deséchela"),
      entry("fr", "vous en défaire"),
      entry("pt", "descarte-o"),
      entry("pt-PT", "elimine-o"),
      entry("ru", "утилизируйте"),
      entry("zh", "安全处置"),
      entry("zh-Hant", "安全處置")),
  BROKEN_WORD(
      decision -> isLate(decision) ? Truth.MAY : Truth.NEVER,
      entry("en", "not kept our word"),
      entry("de", "Wort zum Versand nicht gehalten"),
      entry("es", "No cumplimos nuestra palabra"),
      entry("fr", "pas tenu parole"),
      entry("pt", "Não cumprimos a nossa palavra"),
      entry("pt-PT", "Não cumprimos a nossa palavra"),
      entry("ru", "не сдержали слово"),
      entry("zh", "没有按承诺发货"),
      entry("zh-Hant", "沒有按承諾出貨")),
  CLOSED(
      decision -> decision.assessment().shippingResumesOn() == null ? Truth.NEVER : Truth.MAY,
      entry("en", "e are closed"),
      entry("de", "Wir haben geschlossen|Wir haben einige Tage geschlossen"),
      entry("es", "stamos cerrados"),
      entry("fr", "ommes fermés"),
      entry("pt", "stamos fechados"),
      entry("pt-PT", "stamos fechados"),
      entry("ru", "мы закрыты|Мы закрыты"),
      entry("zh", "我们正在放假"),
      entry("zh-Hant", "我們正在休假")),
  THANKS_FOR_PROOF(
      decision ->
          decision.assessment().dispute().evidence().types().isEmpty() ? Truth.NEVER : Truth.MAY,
      entry("en", "Thank you for the "),
      entry("de", "Vielen Dank für d|vielen Dank für d"),
      entry("es", "Gracias por las fotos|Gracias por el "),
      entry("fr", "Merci pour "),
      entry("pt", "Obrigado por enviar"),
      entry("pt-PT", "Obrigado por enviar"),
      entry("ru", "Спасибо за фото|Спасибо за видео|Спасибо за документ"),
      entry("zh", "感谢您发来的"),
      entry("zh-Hant", "感謝您傳來的")),
  PAY_NOTHING(
      decision ->
          Truth.exactlyIf(
              has(decision, ActionType.PAY_DUTY)
                  || has(decision, ActionType.SELLER_PROVIDES_DOCUMENTS)
                      && decision.reasonCode().equals("CUSTOMS_DUTY")),
      entry("en", "pay nothing"),
      entry("de", "zahlen Sie nichts"),
      entry("es", "no pague nada"),
      entry("fr", "ne payez rien"),
      entry("pt", "não pague nada"),
      entry("pt-PT", "não pague nada"),
      entry("ru", "ничего не платите"),
      entry("zh", "不要向海关或承运商支付"),
      entry("zh-Hant", "不要向海關或物流公司支付")),
  PLEASE_PAY_DUTY(
      decision -> Truth.exactlyIf(wants(decision, "PAY_IMPORT_DUTY")),
      entry("en", "please pay the import duty"),
      entry("de", "Einfuhrabgaben beim Zoll oder beim Zusteller bezahlen"),
      entry("es", "tan amable de pagar"),
      entry("fr", "l’amabilité de payer"),
      entry("pt", "Você poderia pagar"),
      entry("pt-PT", "Poderia pagar"),
      entry("ru", "уплатить ввозную пошлину"),
      entry("zh", "缴纳进口税费，之后"),
      entry("zh-Hant", "繳納進口稅費，之後")),
  PROOF_WANTED(
      decision -> Truth.exactlyIf(has(decision, ActionType.REQUEST_EVIDENCE)),
      entry("en", "As soon as we have that"),
      entry("de", "Sobald uns das vorliegt"),
      entry("es", "En cuanto lo recibamos, le diremos"),
      entry("fr", "Dès que nous aurons reçu votre envoi"),
      entry("pt", "Assim que recebermos, diremos"),
      entry("pt-PT", "Assim que o recebermos, dir-lhe-emos"),
      entry("ru", "Как только мы это получим"),
      entry("zh", "收到之后，我们会告诉您"),
      entry("zh-Hant", "收到之後，我們會告訴您")),
  PERSON(
      decision -> Truth.exactlyIf(has(decision, ActionType.ESCALATE_TO_HUMAN)),
      entry("en", "look at your case personally"),
      entry("de", "Ihren Fall persönlich an"),
      entry("es", "su caso personalmente"),
      entry("fr", "personnellement votre dossier"),
      entry("pt", "seu caso pessoalmente"),
      entry("pt-PT", "seu caso pessoalmente"),
      entry("ru", "лично рассмотрит"),
      entry("zh", "亲自了解"),
      entry("zh-Hant", "親自了解")),
  CARRIER_CLAIM(
      decision -> Truth.exactlyIf(has(decision, ActionType.CARRIER_CLAIM)),
      entry("en", "opening a claim"),
      entry("de", "Nachforschungsantrag"),
      entry("es", "abriendo una reclamación"),
      entry("fr", "ouvrons une réclamation"),
      entry("pt", "abrindo uma reclamação"),
      entry("pt-PT", "abrir uma reclamação"),
      entry("ru", "заявление о розыске"),
      entry("zh", "提出查询和索赔"),
      entry("zh-Hant", "提出查詢和索賠")),
  BUYER_PAYS_RETURN(
      decision -> decision.returnFeePaidBy() == Party.BUYER ? Truth.MAY : Truth.NEVER,
      entry("en", "cost of the return is yours"),
      entry("de", "Kosten der Rücksendung tragen Sie"),
      entry("es", "devolución corren de su cuenta"),
      entry("fr", "retour sont à votre charge"),
      entry("pt", "devolução fica por sua conta"),
      entry("pt-PT", "devolução ficam por sua conta"),
      entry("ru", "Обратную пересылку оплачиваете Вы"),
      entry("zh", "退货运费由您"),
      entry("zh-Hant", "退貨運費由您")),
  SELLER_PAYS_RETURN(
      decision -> decision.returnFeePaidBy() == Party.SELLER ? Truth.MAY : Truth.NEVER,
      entry("en", "We bear the cost of the return"),
      entry("de", "Kosten der Rücksendung tragen wir"),
      entry("es", "devolución corren de nuestra"),
      entry("fr", "retour sont à notre charge"),
      entry("pt", "devolução fica por nossa conta"),
      entry("pt-PT", "devolução ficam por nossa conta"),
      entry("ru", "Обратную пересылку оплачиваем мы"),
      entry("zh", "退货运费由我们"),
      entry("zh-Hant", "退貨運費由我們")),
  FEE_INCLUDED(
      decision ->
          decision.refund() != null
                  && decision.refund().shippingFee() == Refund.ShippingFee.REFUNDED
              ? Truth.MAY
              : Truth.NEVER,
      entry("en", "includes the shipping fee"),
      entry("de", "Versandkosten sind darin"),
      entry("es", "gastos de envío están incluidos"),
      entry("fr", "frais de port y sont"),
      entry("pt", "frete está incluído"),
      entry("pt-PT", "portes de envio estão"),
      entry("ru", "Стоимость доставки сюда входит"),
      entry("zh", "其中已包含运费"),
      entry("zh-Hant", "其中已包含運費")),
  DELIVERED(
      decision -> isDelivered(decision.assessment().dispute()) ? Truth.MAY : Truth.NEVER,
      entry("en", "reports it as delivered"),
      entry("de", "als zugestellt meldet|als zugestellt,"),
      entry("es", "da por entregado"),
      entry("fr", "comme livrée"),
      entry("pt", "ele foi entregue"),
      entry("pt-PT", "como entregue"),
      entry("ru", "он вручён"),
      entry("zh", "承运商显示"),
      entry("zh-Hant", "物流公司顯示"));

  private static final Set<Shipment.TrackingStatus> NOT_MOVING =
      EnumSet.complementOf(
          EnumSet.of(Shipment.TrackingStatus.IN_TRANSIT, Shipment.TrackingStatus.OUT_FOR_DELIVERY));

  private final Function<Decision, Truth> truth;
  private final Map<String, List<String>> words;

  @SafeVarargs
  Claim(Function<Decision, Truth> truth, Map.Entry<String, String>... words) {
    this.truth = truth;
    this.words =
        Arrays.stream(words)
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, entry -> List.of(entry.getValue().split("[|]", -1))));
  }

  /** Whether the letter has to say it. */
  enum Truth {
    ALWAYS,
    MAY,
    NEVER;

    static Truth exactlyIf(boolean holds) {
      return holds ? ALWAYS : NEVER;
    }
  }

  boolean isIn(String tag, String body) {
    return words.get(tag).stream().anyMatch(body::contains);
  }

  /** Whether a letter that says it, or does not, agrees with the decision. */
  boolean agrees(Decision decision, boolean said) {
    return switch (truth.apply(decision)) {
      case ALWAYS -> said;
      case MAY -> true;
      case NEVER -> !said;
    };
  }

  private static boolean has(Decision decision, ActionType type) {
    return decision.actions().stream().anyMatch(action -> action.type() == type);
  }

  private static boolean wants(Decision decision, String what) {
    return decision.actions().stream()
        .anyMatch(
            action -> action instanceof Action.BuyerAction wanted && wanted.what().equals(what));
  }

  private static boolean givesSomething(Action action) {
    return action.type().refunds()
        || action.type() == ActionType.REPLACEMENT
        || action.type() == ActionType.SEND_PART;
  }

  private static boolean isSentBack(Decision decision) {
    ParcelState parcel = ParcelState.of(decision);
    boolean comesByItself = parcel == ParcelState.RETURNING || parcel == ParcelState.REFUSED;
    return has(decision, ActionType.RETURN_AND_REFUND) && !comesByItself
        || decision.goods() == Goods.RETURN_IF_ARRIVES
        || decision.goods() == Goods.RETURN && !comesByItself
        || wants(decision, "RETURN_GOODS");
  }

  private static boolean isLate(Decision decision) {
    Integer late = decision.assessment().daysLate();
    return late == null
        ? Stream.of(
                decision.assessment().daysSinceOrdered(), decision.assessment().daysSinceShipped())
            .anyMatch(days -> days != null && days > 30)
        : late > 0;
  }

  private static boolean neverSent(Decision decision) {
    Dispute dispute = decision.assessment().dispute();
    Shipment shipment = dispute.shipment();
    return dispute.disputeType() == DisputeType.NOT_AS_DESCRIBED
        || dispute.reason() == Reason.NOT_SHIPPED
            && shipment.deliveredOn() == null
            && (shipment.trackingStatus() == null
                || shipment.trackingStatus() == Shipment.TrackingStatus.NOT_FOUND
                || shipment.trackingStatus() == Shipment.TrackingStatus.INFO_RECEIVED)
            && shipment.trackingSubStatus() == null;
  }

  private static Truth mayBeOnItsWay(Decision decision) {
    Dispute dispute = decision.assessment().dispute();
    Shipment shipment = dispute.shipment();
    String sub = Objects.requireNonNullElse(shipment.trackingSubStatus(), "");
    boolean elsewhere =
        shipment.deliveredOn() != null
            || shipment.trackingStatus() != null && NOT_MOVING.contains(shipment.trackingStatus())
            || sub.startsWith("Exception")
            || sub.startsWith("DeliveryFailure")
            || EnumSet.of(
                    Reason.NOT_SHIPPED,
                    Reason.LOST,
                    Reason.DELIVERED_NOT_RECEIVED,
                    Reason.RETURNED_TO_SENDER,
                    Reason.DELIVERY_REFUSED,
                    Reason.CUSTOMS_DETAINED,
                    Reason.ARRIVED_LATE)
                .contains(dispute.reason())
            || dispute.disputeType() == DisputeType.NOT_AS_DESCRIBED
                && dispute.reason() != Reason.CHANGED_MIND;
    return elsewhere ? Truth.NEVER : Truth.MAY;
  }

  private static boolean isDelivered(Dispute dispute) {
    Shipment shipment = dispute.shipment();
    return shipment.deliveredOn() != null
        || shipment.trackingStatus() == Shipment.TrackingStatus.DELIVERED
        || dispute.reason() == Reason.DELIVERED_NOT_RECEIVED
        || shipment.carrierInvestigation() == Shipment.CarrierInvestigation.NO_PROOF
        || shipment.carrierInvestigation() == Shipment.CarrierInvestigation.DELIVERED;
  }
}
