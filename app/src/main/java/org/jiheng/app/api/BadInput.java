package org.jiheng.app.api;

import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;

/** A parameter is missing or out of bounds. Has a mapper of its own: the server has one for it that answers with a page. */
public class BadInput implements ExceptionMapper<ConstraintViolationException> {

  @Override
  public Response toResponse(ConstraintViolationException violated) {
    return Failures.answer(Response.Status.BAD_REQUEST.getStatusCode(), "bad-request", List.of());
  }
}
