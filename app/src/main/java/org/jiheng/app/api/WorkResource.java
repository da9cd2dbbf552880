package org.jiheng.app.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiheng.app.calendar.WorkItem;
import org.jiheng.app.calendar.WorkList;

/** What waits on the caller's desk, the most urgent first. */
@Path("work")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class WorkResource {

  @Inject
  private WorkList workList;

  /** One thing that waits: a form; or, in state {@code NOT_BEGUN}, a task whose forms a unit has still to begin. */
  @JsonbPropertyOrder({"form", "formType", "fiscalYear", "state", "title", "unitName", "due", "notes", "since"})
  public record Item(
      UUID form, String formType, int fiscalYear, String state, String title, String unitName, LocalDate due, int notes, Instant since) {

    static Item of(WorkItem item) {
      return new Item(item.form(), item.formType(), item.fiscalYear(), item.state(), item.title(), item.unitName(),
          item.due().orElse(null), item.notes(), item.since());
    }
  }

  @GET
  public List<Item> mine() {
    return workList.mine().stream().map(Item::of).toList();
  }
}
