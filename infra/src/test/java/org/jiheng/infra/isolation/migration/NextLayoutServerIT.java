package org.jiheng.infra.isolation.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.infra.server.Kizilsu.AKQI;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Kizilsu.auditor;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Move;
import org.jiheng.app.selfevaluation.SelfEvaluationForm;
import org.jiheng.infra.server.Forms;
import org.jiheng.infra.server.Kizilsu;
import org.jiheng.infra.server.Owner;
import org.jiheng.infra.server.WholeProduct;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Expand and contract: the application works on tables that a later version has already widened, county by county. */
class NextLayoutServerIT extends WholeProduct {

  private static final String TABLES = "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace "
      + "where n.nspname = 'j_653023' and c.relkind = 'r' and c.relname <> 'flyway_schema_history'";

  @Inject
  private Forms forms;

  private final int year = Forms.aYearOfItsOwn();

  /** What the next version's migration may do while this one runs: add. */
  private static void widened() {
    for (String table : Owner.rows(TABLES)) {
      Owner.told("alter table j_653023." + table + " add column of_the_next_version text, add column counted_next integer not null default 7");
    }
    Owner.told("create table j_653023.thing_of_the_next_version (id uuid primary key)");
    Owner.told("create index thing_sought on j_653023.review (changed_at)");
  }

  @AfterEach
  void asItWas() {
    Owner.told("drop table if exists j_653023.thing_of_the_next_version");
    Owner.told("drop index if exists j_653023.thing_sought");
    for (String table : Owner.rows(TABLES)) {
      Owner.told("alter table j_653023." + table + " drop column if exists of_the_next_version, drop column if exists counted_next");
    }
  }

  @Test
  void aFormTravelsItsWholeWayWhereTheTablesAreAheadAndWhereTheyAreNot() {
    UUID begunBefore = forms.complete(AKQI, year);
    widened();
    for (Move move : List.of(Move.SUBMIT, Move.PASS, Move.PASS, Move.PASS, Move.PASS)) {
      forms.walk(Forms.holder(forms.seenBy(move == Move.SUBMIT ? Kizilsu.clerk(AKQI) : auditor(AKQI), begunBefore).desk().state(), AKQI),
          begunBefore, move);
      // the same statements on the same connections, for a county that is still behind
      assertThat(forms.seenBy(auditor(ARTUX), forms.at(FormState.UNIT_REVIEW, ARTUX, year)).desk().state()).isEqualTo(FormState.UNIT_REVIEW);
    }
    SelfEvaluationForm approved = forms.seenBy(auditor(AKQI), begunBefore);
    assertThat(approved.desk().state()).isEqualTo(FormState.APPROVED);
    assertThat(forms.seenBy(auditor(AKQI), forms.at(FormState.APPROVED, AKQI, year)).desk().state()).isEqualTo(FormState.APPROVED);
  }
}
