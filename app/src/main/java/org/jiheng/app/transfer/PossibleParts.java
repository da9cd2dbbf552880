package org.jiheng.app.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.agency.Unit;
import org.jiheng.app.agency.Units;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.Projects;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.tenants.identity.Registry;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.Scope;

/**
 * Whose part of a fund document there can be: a county the own jurisdiction oversees, an own unit that lasts, a project of such a unit.
 * What belongs to another jurisdiction is nobody here.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PossibleParts {

  @Inject
  private Units units;

  @Inject
  private Projects projects;

  @Inject
  private Registry registry;

  /**
   * Somebody a part can be for.
   *
   * @param name of the county, the unit or the project
   * @param unitName of a project's unit; empty text for a county or a unit
   */
  public record Choice(Part part, String name, String unitName) {}

  /** Those that have no part yet: counties first, then units, then the projects of the document's year that take forms. */
  List<Choice> of(FundSheet sheet) {
    Map<String, Unit> lasting = lasting();
    List<Part> there = sheet.lines().stream().map(FundLine::part).toList();
    Stream<Choice> all = Stream.of(
        counties().map(county -> new Choice(Part.ofCounty(county.code().value()), county.name(), "")),
        lasting.values().stream().map(unit -> new Choice(Part.ofUnit(unit.code()), unit.name(), "")),
        projects.ofYear(sheet.document().head().fiscalYear()).stream().filter(project -> lasting.containsKey(project.unit())).map(project ->
            new Choice(Part.ofProject(project.unit(), project.id()), project.name(), lasting.get(project.unit()).name())))
        .flatMap(Function.identity());
    return all.filter(choice -> !there.contains(choice.part())).toList();
  }

  private Map<String, Unit> lasting() {
    return units.all().stream().filter(Unit::lasts).collect(Collectors.toMap(Unit::code, Function.identity(), (one, _) -> one, TreeMap::new));
  }

  private Stream<Jurisdiction> counties() {
    Jurisdiction own = Scope.current().jurisdiction();
    return registry.jurisdictions().stream().filter(own::oversees);
  }

  /**
   * How parts are called.
   *
   * @param fiscalYear of the document: a project of another year, or one that takes no forms, can have no part of it
   * @throws NoSuchFormException if one of them nobody could be
   */
  Map<Part, String> names(Collection<Part> parts, int fiscalYear) {
    Map<String, String> counties = counties().collect(Collectors.toMap(one -> one.code().value(), Jurisdiction::name));
    Map<String, Unit> lasting = lasting();
    Map<UUID, Project> named = projects.find(parts.stream().flatMap(part -> part.project().stream()).toList()).values().stream()
        .filter(one -> one.takesForms() && one.fiscalYear() == fiscalYear).collect(Collectors.toMap(Project::id, Function.identity()));
    Map<Part, String> names = new HashMap<>();
    for (Part part : parts) {
      Optional<String> unit = part.unit().map(lasting::get).map(Unit::name);
      Optional<String> name = part.county().map(counties::get).or(() -> part.project().isEmpty() ? unit
          : part.project().map(named::get).filter(one -> part.unit().filter(one.unit()::equals).isPresent() && unit.isPresent()).map(Project::name));
      names.put(part, name.orElseThrow(NoSuchFormException::new));
    }
    return names;
  }
}
