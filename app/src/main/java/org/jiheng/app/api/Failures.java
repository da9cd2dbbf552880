package org.jiheng.app.api;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiheng.app.common.Words;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.scope.Scope;

/**
 * What a program is told when it is not answered: a code, and the refusals with their sentences. What is not the caller's
 * does not exist; what went wrong inside stays inside.
 */
public class Failures implements ExceptionMapper<Throwable> {

  /** A year as programs write it; what is no such year is told as a bad request, not as something missing. */
  static final String YEAR = "[12][0-9]{3}";

  private static final System.Logger LOG = System.getLogger(Failures.class.getName());

  /** The body of every answer that is none. */
  @JsonbPropertyOrder({"code", "refusals"})
  public record Failure(String code, List<Refused> refusals) {}

  /** One reason, by code and in a sentence. */
  public record Refused(String code, Map<String, String> inputs, String sentence) {}

  @Override
  public Response toResponse(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case NoSuchFormException _ -> {
          return answer(Response.Status.NOT_FOUND.getStatusCode(), "not-found", List.of());
        }
        case RefusedException refused -> {
          return answer(Response.Status.CONFLICT.getStatusCode(), "refused", Stream.concat(
              refused.refusals().stream().map(one -> new Refused(one.code(), one.inputs(), Words.chinese().say("refusal." + one.code(), one.inputs()))),
              refused.reasons().stream().map(one -> new Refused(one.rule(), one.inputs(), Words.chinese().say(one)))).toList());
        }
        case WebApplicationException web -> {
          int status = web.getResponse().getStatus();
          Response told = answer(status, status == 404 ? "not-found" : status == 405 ? "not-allowed" : status < 500 ? "bad-request" : "failed", List.of());
          String allowed = web.getResponse().getHeaderString("Allow");
          return allowed == null ? told : Response.fromResponse(told).header("Allow", allowed).build();
        }
        default -> { }
      }
    }
    logged(thrown);
    return answer(Response.Status.INTERNAL_SERVER_ERROR.getStatusCode(), "failed", List.of());
  }

  /** With whose it was, and nothing of what was asked. */
  static void logged(Throwable thrown) {
    LOG.log(System.Logger.Level.ERROR, "a program was not answered: " + Scope.inLog(), thrown);
  }

  static Response answer(int status, String code, List<Refused> refusals) {
    return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(new Failure(code, refusals)).build();
  }
}
