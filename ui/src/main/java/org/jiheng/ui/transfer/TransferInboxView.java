package org.jiheng.ui.transfer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Set;
import org.jiheng.app.transfer.FundDocuments;
import org.jiheng.app.transfer.FundWork;
import org.jiheng.app.transfer.TransferInbox;
import org.jiheng.app.transfer.TransferInbox.Item;
import org.jiheng.tenants.exchange.Exchange;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.Failures;
import org.jiheng.ui.frame.ListFrame;
import org.jiheng.ui.frame.ListFrame.Column;
import org.jiheng.ui.shell.ListOf;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.text.Written;

/** 收文: what came from above about transfers, and its receipt. */
@Dependent
@ListOf(value = FundWork.LETTER, pages = false)
@Route(value = "transfers/inbox", layout = MainLayout.class)
@RolesAllowed({"FINANCE_SECTION", "PERFORMANCE_OFFICE", "BUDGET_SECTION", "BUREAU_LEADER", "AUDITOR", "PREFECTURE_OVERSIGHT"})
class TransferInboxView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient TransferInbox inbox;

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    ListFrame<Item> frame = new ListFrame<>("transfers-inbox", getTranslation("fund.inbox"), Address.of(event.getLocation()));
    frame.link(Column.<Item>text("transfer", Item::title).unsorted(), item -> item.document().map(id -> "/transfers/" + id).orElse("/transfers/inbox"), 300, true)
        .column(Column.<Item>text("letter", this::letter).unsorted(), 110, false)
        .column(Column.<Item>text("from", item -> item.from().isEmpty() ? Written.NONE : item.from()).unsorted(), 200, false)
        .column(Column.<Item>number("amount", item -> Written.wan(item.amount()), item -> item.amount().map(Written::yuan).orElse(""),
            item -> item.amount().map(money -> (Object) money.inWan()).orElse("")).unsorted(), 120, false)
        .column(Column.<Item>text("sent-at", item -> Written.minute(item.sentAt()) + " " + item.sentBy()).unsorted(), 210, false)
        .column(Column.<Item>text("received-at", item -> item.receivedAt().map(Written::minute).orElse(getTranslation("fund.not-received"))).unsorted(), 150, false);
    if (FundDocuments.drafts()) {
      frame.batch("receive", getTranslation("fund.receive"), chosen -> receive(chosen, frame));
    }
    Button verify = new Button(getTranslation("fund.verify"), _ -> Failures.say(verified(inbox.verify())));
    verify.setId("verify-exchange");
    frame.tool(verify);
    long count = inbox.count();
    frame.load(inbox::page, () -> count, getTranslation("fund.inbox-none"));
    frame.totals(getTranslation("fund.inbox-count", count));
    add(frame);
  }

  private String verified(Exchange.Verified found) {
    return found.broken().map(broken -> getTranslation("fund.broken", broken.number(), getTranslation("audit.fault." + broken.fault().name())))
        .orElseGet(() -> getTranslation("fund.verified", found.followed()));
  }

  private String letter(Item item) {
    return getTranslation(item.withdrawal() ? "letter.withdrawal" : item.revision() > 1 ? "letter.change" : "letter.notice");
  }

  /** Of one the document is shown that came of it. */
  private void receive(Set<Item> chosen, ListFrame<Item> frame) {
    if (chosen.size() == 1) {
      String document = "transfers/" + inbox.receive(chosen.iterator().next().envelope());
      getUI().ifPresent(ui -> ui.navigate(document));
    } else {
      chosen.forEach(item -> inbox.receive(item.envelope()));
      frame.refresh();
    }
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("fund.inbox"));
  }
}
