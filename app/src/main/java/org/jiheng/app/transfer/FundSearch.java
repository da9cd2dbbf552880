package org.jiheng.app.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jiheng.app.search.Found;
import org.jiheng.app.search.SearchSource;
import org.jiheng.app.search.Wanted;

/** Finds fund documents of the year by their number, their name or who sent them: finance all, units those that went down to them. */
@ApplicationScoped
@Transactional
public class FundSearch implements SearchSource {

  @Inject
  private FundList documents;

  @Override
  public boolean reads() {
    return Access.reads();
  }

  @Override
  public List<Found> find(Wanted wanted) {
    FundList.Filter filter = new FundList.Filter(wanted.fiscalYear(), Optional.empty(), wanted.text());
    List<Found.Hit> hits = documents.page(filter, 0, wanted.limit()).stream()
        .map(line -> new Found.Hit(line.id().toString(), wanted.fiscalYear(), line.name(), line.number() + " " + line.upperName(), line.number())).toList();
    return Found.of(FundDocuments.SUBJECT, hits, hits.size() < wanted.limit() ? hits.size() : documents.totals(filter).documents());
  }
}
