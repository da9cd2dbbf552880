package org.jiheng.app.agency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jiheng.app.search.Found;
import org.jiheng.app.search.SearchSource;
import org.jiheng.app.search.Wanted;

/** Finds units by their name, their code or the person in charge, in the part of the tree the caller reads. One question for all of it. */
@ApplicationScoped
@Transactional
public class UnitSearch implements SearchSource {

  @Inject
  private Units units;

  @Override
  public boolean reads() {
    return UnitRegister.reads();
  }

  @Override
  public List<Found> find(Wanted wanted) {
    List<Found.Hit> hits = units.ofCaller().stream()
        .filter(unit -> unit.name().contains(wanted.text()) || unit.responsible().contains(wanted.text()) || unit.code().startsWith(wanted.text()))
        .map(unit -> new Found.Hit(unit.code(), wanted.fiscalYear(), unit.name(), (unit.code() + " " + unit.responsible()).strip(), unit.code())).toList();
    return Found.of(UnitRegister.SUBJECT, hits, hits.size());
  }
}
