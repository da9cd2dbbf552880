package org.jiheng.app.form;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jiheng.app.agency.Units;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.calendar.FormOf;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Words;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.CellKind;
import org.jiheng.app.review.CellLabels;
import org.jiheng.app.review.Cells;
import org.jiheng.app.review.FilledForm;
import org.jiheng.app.review.FormHead;
import org.jiheng.app.review.FormSheet;
import org.jiheng.app.review.FormType;
import org.jiheng.app.review.Matter;
import org.jiheng.app.review.Review;
import org.jiheng.app.review.Reviews;

/** Puts together what every form shows to one person: its life, its cells with their names, what is wrong in them, its day and its files. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class FormSheets {

  @Inject
  private Reviews reviews;

  @Inject
  private Units units;

  @Inject
  private Calendar calendar;

  @Inject
  private FormFiles files;

  FormSheet of(FormType<?> type, Review review, FilledForm form, Map<CellKey, List<Problem>> problems, Matter matter, Locale locale) {
    Cells cells = form.cells();
    Map<CellKey, CellKind> kinds = new LinkedHashMap<>();
    cells.keys().forEach(key -> kinds.put(key, form.kind(key)));
    Map<String, String> names = units.names();
    FormHead head = review.head();
    return new FormSheet(reviews.desk(review, cells, matter), names.getOrDefault(head.unit().substring(0, 3), ""), names.getOrDefault(head.unit(), ""),
        cells, kinds, problems, labels(type.labels(), cells, problems, locale),
        calendar.deadline(new FormOf(review.id(), type.name(), head.fiscalYear(), head.unit())), type.attached() ? files.of(review.id()) : List.of());
  }

  private static Map<CellKey, String> labels(CellLabels naming, Cells cells, Map<CellKey, List<Problem>> problems, Locale locale) {
    Map<CellKey, String> labels = naming.of(cells, locale);
    Stream.concat(naming.naming().keySet().stream().map(CellKey::new), problems.keySet().stream())
        .forEach(key -> labels.computeIfAbsent(key, section -> naming.label(section, List.of(cells), Words.in(locale))));
    return labels;
  }
}
