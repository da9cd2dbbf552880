package org.jiheng.app.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jiheng.app.search.Found;
import org.jiheng.app.search.SearchSource;
import org.jiheng.app.search.Wanted;

/** Finds fund documents of the year by their number, their name or who sent them, as their list does. */
@ApplicationScoped
@Transactional
public class FundSearch implements SearchSource {

  @Inject
  private FundList list;

  @Override
  public boolean reads() {
    return Access.reads();
  }

  @Override
  public List<Found> find(Wanted wanted) {
    FundList.Filter filter = new FundList.Filter(wanted.fiscalYear(), Optional.empty(), wanted.text());
    List<Found.Hit> hits = list.page(filter, 0, wanted.limit()).stream()
        .map(line -> new Found.Hit(line.id().toString(), wanted.fiscalYear(), line.name(), line.number() + " · " + line.upperName(), line.number())).toList();
    return hits.isEmpty() ? List.of() : Found.of(FundDocuments.SUBJECT, hits, list.totals(filter).documents());
  }
}
