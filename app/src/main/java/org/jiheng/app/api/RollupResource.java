package org.jiheng.app.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.rollup.Rollups;
import org.jiheng.app.selfevaluation.SelfEvaluationList;
import org.jiheng.app.selfevaluation.SelfEvaluationList.Filter;
import org.jiheng.tenants.scope.Jurisdiction;

/** What counties show their prefecture: figures, and from a county down to its approved forms. */
@Path("rollup")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class RollupResource {

  @Inject
  private Rollups rollups;

  @GET
  public List<Wire.County> counties(@QueryParam("year") @NotNull @Pattern(regexp = Failures.YEAR) String year) {
    return rollups.selfEvaluations(Integer.parseInt(year)).stream().map(Wire.County::of).toList();
  }

  /** @param limit lines of a page, at most 200 */
  @GET
  @Path("{county}/self-evaluations")
  public Wire.Page forms(
      @PathParam("county") String county, @QueryParam("year") @NotNull @Pattern(regexp = Failures.YEAR) String year, @QueryParam("offset") @DefaultValue("0") @Min(0) int offset,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
    Jurisdiction seen = seen(county);
    Filter all = new Filter(Integer.parseInt(year), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "", SelfEvaluationList.Sort.UNIT, true);
    Rollups.Page page = rollups.page(seen.code(), all, offset, limit);
    return Wire.Page.of(page.totals(), page.lines());
  }

  @GET
  @Path("{county}/self-evaluations/{id}")
  public Wire.Form form(@PathParam("county") String county, @PathParam("id") UUID id) {
    return Wire.Form.of(rollups.approvedForm(seen(county).code(), id, Locale.SIMPLIFIED_CHINESE));
  }

  private Jurisdiction seen(String county) {
    return rollups.county(county).orElseThrow(NoSuchFormException::new);
  }
}
