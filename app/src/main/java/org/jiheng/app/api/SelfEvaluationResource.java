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
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Score;
import org.jiheng.app.review.FormState;
import org.jiheng.app.selfevaluation.SelfEvaluationList;
import org.jiheng.app.selfevaluation.SelfEvaluationList.Filter;
import org.jiheng.app.selfevaluation.SelfEvaluations;

/** Self-evaluations as the caller may see them, read only. */
@Path("self-evaluations")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class SelfEvaluationResource {

  @Inject
  private SelfEvaluations selfEvaluations;

  @Inject
  private SelfEvaluationList list;

  /**
   * A page of the list.
   *
   * @param unit code of a department or unit; what is below it is listed, too
   * @param limit lines of a page, at most 200
   */
  @GET
  public Wire.Page list(
      @QueryParam("year") @NotNull @Pattern(regexp = Failures.YEAR) String year,
      @QueryParam("state") @Pattern(regexp = "DRAFT|UNIT_REVIEW|DEPARTMENT_REVIEW|FINANCE_FIRST|FINANCE_SECOND|APPROVED|RETURNED|REJECTED|CANCELLED|SUPERSEDED") String state,
      @QueryParam("unit") String unit,
      @QueryParam("text") @DefaultValue("") String text, @QueryParam("offset") @DefaultValue("0") @Min(0) int offset,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
    Filter filter = new Filter(Integer.parseInt(year), Optional.ofNullable(state).map(FormState::valueOf), Optional.ofNullable(unit), Optional.empty(), Optional.<Score>empty(), text,
        SelfEvaluationList.Sort.UNIT, true);
    return Wire.Page.of(list.totals(filter), list.page(filter, offset, limit));
  }

  /** One form, whole. Being read by a program it counts as looked at, like on a screen. */
  @GET
  @Path("{id}")
  public Wire.Form form(@PathParam("id") UUID id) {
    return Wire.Form.of(selfEvaluations.open(id));
  }
}
