package org.jiheng.app.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiheng.app.budget.BudgetAction;
import org.jiheng.app.budget.Gate;
import org.jiheng.app.budget.Gates;
import org.jiheng.app.budget.Permission;
import org.jiheng.app.common.Words;

/** Whether something may be done with a project on its way to money: for the budget system, which asks before it acts. */
@Path("projects/{project}/gates")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class GateResource {

  @Inject
  private Gates gates;

  /** The answer, with what every gate on the way says. */
  @JsonbPropertyOrder({"project", "action", "allowed", "gates"})
  public record Answer(UUID project, String action, boolean allowed, List<Said> gates) {

    static Answer of(Permission permission) {
      return new Answer(permission.project(), permission.action().name(), permission.allowed(),
          permission.answers().entrySet().stream().map(Said::of).toList());
    }
  }

  /**
   * What one gate says.
   *
   * @param overridden whether it would be closed but for somebody who opened it
   * @param override who may open a closed one: NONE, LEADER or EMERGENCY
   */
  @JsonbPropertyOrder({"gate", "allowed", "overridden", "override", "code", "article", "inputs", "sentence"})
  public record Said(
      String gate, boolean allowed, boolean overridden, String override, String code, String article, Map<String, String> inputs, String sentence) {

    static Said of(Map.Entry<Gate, Gate.Answer> said) {
      Gate.Answer answer = said.getValue();
      return new Said(said.getKey().name(), answer.allowed(), answer.overridden(), answer.possible().name(), answer.reason().rule(),
          answer.reason().article(), answer.reason().inputs(), Words.chinese().say(answer.reason()));
    }
  }

  /** @param action without one, every action is answered */
  @GET
  public List<Answer> can(
      @PathParam("project") UUID project,
      @QueryParam("action") @Pattern(regexp = "ENTER_BUDGET|REQUEST_SUPPLEMENT|ALLOCATE|SEND_FUND_DOCUMENT|SUBMIT_DECOMPOSITION") String action) {
    List<BudgetAction> asked = action == null ? List.of(BudgetAction.values()) : List.of(BudgetAction.valueOf(action));
    return asked.stream().map(one -> Answer.of(gates.can(project, one))).toList();
  }
}
