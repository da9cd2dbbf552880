package org.jiheng.ui.budget;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.budget.BudgetBatch;
import org.jiheng.app.budget.BudgetEntry.Occasion;
import org.jiheng.app.budget.BudgetList.Line;
import org.jiheng.app.budget.BudgetSection;
import org.jiheng.app.common.Words;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.identity.Registry;
import org.jiheng.ui.frame.Asking;
import org.jiheng.ui.frame.BatchDialog;
import org.jiheng.ui.frame.Choices;
import org.jiheng.ui.frame.Failures;
import org.jiheng.ui.frame.LongWork;
import org.jiheng.ui.text.Written;

/** Takes many projects in, or allocates their money, in one go: first what would become of each, then one after the other. */
final class TogetherDialogs {

  private final BudgetSection section;
  private final ExecutorService executor;
  private final Registry registry;
  private final Runnable done;
  private final UI ui = UI.getCurrent();
  private final Words words = Words.in(ui.getLocale());

  /** @param done runs when the work has ended */
  TogetherDialogs(BudgetSection section, ExecutorService executor, Registry registry, Runnable done) {
    this.section = section;
    this.executor = executor;
    this.registry = registry;
    this.done = done;
  }

  void enter(List<Line> lines, Occasion occasion) {
    preview(ui.getTranslation("budget.enter") + " · " + ui.getTranslation("budget-occasion." + occasion.name()), BudgetBatch.entering(lines, occasion),
        one -> section.enter(one.line().project(), one.command(), occasion, one.amount().orElseThrow()));
  }

  /** One source and one document for all of them. */
  void allocate(List<Line> lines) {
    Select<FundingSource> source = BudgetDialogs.source();
    TextField document = Choices.line("document", "money.document", 100, "");
    new Asking(ui.getTranslation("budget.allocate"), () -> true, () -> preview(ui.getTranslation("budget.allocate"),
        BudgetBatch.allocating(lines, document.getValue()), one -> section.allocate(one.line().project(), one.command(), source.getValue(), document.getValue())))
        .wide(new Paragraph(ui.getTranslation("budget.together", String.valueOf(lines.size())))).with(source, document).open();
  }

  private void preview(String action, List<BudgetBatch> batch, Consumer<BudgetBatch> act) {
    new BatchDialog(action, batch.stream().map(one -> new BatchDialog.Item(name(one), why(one))).toList(),
        () -> work(action, batch.stream().filter(BudgetBatch::possible).toList(), act)).open();
  }

  private String name(BudgetBatch one) {
    return one.line().name() + one.amount().map(money -> " " + ui.getTranslation("budget.item", Written.wan(money))).orElse("");
  }

  private String why(BudgetBatch one) {
    return one.reasons().isEmpty() ? one.refusals().stream().map(Failures::sentence).collect(Collectors.joining(" "))
        : one.reasons().stream().map(words::say).collect(Collectors.joining(" "));
  }

  private void work(String action, List<BudgetBatch> batch, Consumer<BudgetBatch> act) {
    new LongWork<BudgetBatch>(action, done).begin(executor, registry::renewed, batch, one -> {
      try {
        act.accept(one);
        return Optional.empty();
      } catch (RefusedException refused) {
        return Optional.of(one.line().name() + ": " + Stream.concat(
            refused.refusals().stream().map(refusal -> words.say("refusal." + refusal.code(), refusal.inputs())), refused.reasons().stream().map(words::say))
            .collect(Collectors.joining(" ")));
      }
    });
  }
}
