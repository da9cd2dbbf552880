-- Ex-ante evaluations: what the unit hands in, what a third party and finance say of it, the conditions that go with a support;
-- and what the budget makes of it: gates somebody opened, and what entered.

create table exante_evaluation (
  id           uuid          primary key references review,
  project      uuid          not null references project,
  unit         varchar(21)   not null references unit,
  fiscal_year  integer       not null,
  template     jsonb         not null,
  third_party  boolean       not null,
  asked        numeric(18,2) check (asked >= 0),
  total        numeric(5,2)  check (total between 0 and 100),
  conclusion   varchar(20)   check (conclusion in ('SUPPORTED', 'PARTLY_SUPPORTED', 'NOT_SUPPORTED')),
  supported    numeric(18,2) check (supported >= 0),
  version      integer       not null,
  constraint one_evaluation_for_a_project unique (project),
  constraint not_more_is_supported_than_asked check (supported is null or supported <= asked),
  constraint what_is_not_supported_gets_nothing check (conclusion <> 'NOT_SUPPORTED' or supported = 0)
);
comment on column exante_evaluation.template is 'dimensions, items, vetoes and documents as they were when the form was begun';
comment on column exante_evaluation.third_party is 'whether the project comes under the rule for a third party''s re-evaluation';
create index exante_of_year on exante_evaluation (fiscal_year, unit);

create table exante_entry (
  evaluation uuid         not null references exante_evaluation,
  cell       varchar(120) not null,
  text       text         not null,
  primary key (evaluation, cell)
);
comment on table exante_entry is 'what the unit wrote; which cells there are says the template';

create table exante_engagement (
  id          uuid        primary key,
  evaluation  uuid        not null references exante_evaluation,
  engagement  uuid        not null references engagement,
  part        varchar(20) not null check (part in ('THIRD_PARTY', 'PANEL')),
  linked_at   timestamptz not null,
  linked_by   varchar(60) not null,
  result      uuid,
  accepted_on date,
  accepted_by varchar(60),
  constraint a_contract_is_linked_once unique (evaluation, engagement),
  constraint a_result_is_accepted_by_somebody check ((result is null) = (accepted_on is null) and (result is null) = (accepted_by is null))
);
comment on column exante_engagement.result is 'the sheet finance accepted';
create unique index one_third_party_evaluates_again on exante_engagement (evaluation) where part = 'THIRD_PARTY';

create table exante_result (
  id          uuid         primary key,
  evaluation  uuid         not null references exante_evaluation,
  engagement  uuid         not null references engagement,
  ticks       jsonb        not null,
  total       numeric(5,2) not null check (total between 0 and 100),
  opinion     text         not null check (length(opinion) >= 5),
  person      uuid         not null,
  person_name varchar(60)  not null,
  at          timestamptz  not null
);
comment on table exante_result is 'the sheet a third party handed in; a better one comes after it';
create index result_of_evaluation on exante_result (evaluation, at);
alter table exante_engagement add constraint the_accepted_sheet_exists foreign key (result) references exante_result;

create table exante_conclusion (
  id          uuid          primary key,
  evaluation  uuid          not null references exante_evaluation,
  round       integer       not null,
  conclusion  varchar(20)   not null check (conclusion in ('SUPPORTED', 'PARTLY_SUPPORTED', 'NOT_SUPPORTED')),
  basis       varchar(20)   not null check (basis in ('UNIT', 'THIRD_PARTY')),
  total       numeric(5,2)  not null check (total between 0 and 100),
  supported   numeric(18,2) not null check (supported >= 0),
  opinion     text          not null check (length(opinion) >= 5),
  explanation text          not null default '',
  vetoes      jsonb         not null,
  reasons     jsonb         not null,
  concluded_on date         not null,
  person      uuid          not null,
  person_name varchar(60)   not null,
  at          timestamptz   not null,
  constraint one_conclusion_a_round unique (evaluation, round)
);

create table exante_condition (
  id          uuid         primary key,
  evaluation  uuid         not null references exante_evaluation,
  position    integer      not null,
  text        varchar(1000) not null check (length(text) >= 5),
  due         date         not null,
  responsible varchar(60)  not null check (responsible <> ''),
  state       varchar(10)  not null check (state in ('OPEN', 'REPORTED', 'CLOSED')),
  report      text         not null default '',
  evidence    uuid         references attachment,
  reported_on date,
  reported_by varchar(60)  not null default '',
  answer      text         not null default '',
  closed_on   date,
  closed_by   varchar(60)  not null default '',
  version     integer      not null,
  constraint a_closed_condition_was_reported check (state <> 'CLOSED' or (reported_on is not null and closed_on is not null))
);
create index condition_of_evaluation on exante_condition (evaluation, position);
create index open_conditions on exante_condition (due) where state <> 'CLOSED';

create table gate_opening (
  id          uuid        primary key,
  project     uuid        not null references project,
  gate        varchar(4)  not null check (gate in ('B1', 'B3')),
  rule        varchar(60) not null,
  reason      text        not null check (length(reason) >= 5),
  person      uuid        not null,
  person_name varchar(60) not null,
  at          timestamptz not null
);
comment on table gate_opening is 'closed gates a leader opened all the same, with the reason; the others nobody may open';
comment on column gate_opening.rule is 'by which the gate was closed; closed by another one later it is closed again';
create index opening_of_project on gate_opening (project, at);

create table budget_entry (
  id          uuid          primary key,
  project     uuid          not null references project,
  fiscal_year integer       not null,
  step        varchar(20)   not null check (step in ('ENTERED', 'ALLOCATED')),
  occasion    varchar(20)   not null check (occasion in ('OPENING', 'SUPPLEMENT')),
  amount      numeric(18,2) not null check (amount >= 0),
  document    varchar(100)  not null default '',
  person      uuid          not null,
  person_name varchar(60)   not null,
  at          timestamptz   not null,
  constraint a_supplement_is_allocated_by_a_document check (step = 'ENTERED' or occasion = 'OPENING' or document <> '')
);
comment on column budget_entry.document is 'by which the money was allocated; empty before that, and where the opening budget names none';
create unique index a_project_opens_once on budget_entry (project, step) where occasion = 'OPENING';
create unique index a_document_supplements_a_project_once on budget_entry (project, document) where step = 'ALLOCATED' and occasion = 'SUPPLEMENT';
create index entries_of_year on budget_entry (fiscal_year, project);

grant select, insert, update on exante_evaluation, exante_engagement, exante_condition to ${role};
grant select, insert, update, delete on exante_entry to ${role};
-- append-only: what happened stays
grant select, insert on exante_result, exante_conclusion, gate_opening, budget_entry to ${role};

-- The prefecture reads evaluations that were approved and what belongs to them; who opened which gate, and what entered the budget.
create view ${eye}.exante_evaluation with (security_barrier) as
  select * from exante_evaluation where id in (select id from review where state = 'APPROVED') and (select ${eye}.recorded());
create view ${eye}.exante_entry with (security_barrier) as
  select * from exante_entry where evaluation in (select id from review where state = 'APPROVED') and (select ${eye}.recorded());
create view ${eye}.exante_conclusion with (security_barrier) as
  select * from exante_conclusion where evaluation in (select id from review where state = 'APPROVED') and (select ${eye}.recorded());
create view ${eye}.exante_condition with (security_barrier) as
  select * from exante_condition where evaluation in (select id from review where state = 'APPROVED') and (select ${eye}.recorded());
create view ${eye}.gate_opening with (security_barrier) as select * from gate_opening where (select ${eye}.recorded());
create view ${eye}.budget_entry with (security_barrier) as select * from budget_entry where (select ${eye}.recorded());
grant select on ${eye}.exante_evaluation, ${eye}.exante_entry, ${eye}.exante_conclusion, ${eye}.exante_condition, ${eye}.gate_opening,
  ${eye}.budget_entry to ${prefecture_role};
-- files, contracts and the sheets of third parties are not shown to it

-- A third party sees the evaluation it does again, with its documents, and writes its own sheet; what finance concludes it does not.
create view ${guest}.exante_engagement with (security_barrier) as
  select * from exante_engagement where engagement in (select id from ${guest}.engagement);
create or replace view ${guest}.review with (security_barrier) as
  select * from review where round > 0 and state <> 'DRAFT' and project in (select project from ${guest}.project_window)
    and (form_type = 'SELF_EVALUATION' or form_type = 'EX_ANTE' and id in (select evaluation from ${guest}.exante_engagement));
create view ${guest}.exante_evaluation with (security_barrier) as
  select id, project, unit, fiscal_year, template, third_party, asked, total, null::varchar as conclusion, null::numeric as supported, version
  from exante_evaluation where id in (select id from ${guest}.review)
    and id in (select evaluation from ${guest}.exante_engagement);
create view ${guest}.exante_entry with (security_barrier) as
  select * from exante_entry where evaluation in (select id from ${guest}.exante_evaluation);
create view ${guest}.exante_result with (security_barrier) as
  select * from exante_result
  where engagement in (select id from ${guest}.engagement) and evaluation in (select id from ${guest}.exante_evaluation)
  with cascaded check option;
create view ${guest}.exante_conclusion with (security_barrier) as select * from exante_conclusion where false;
create view ${guest}.exante_condition with (security_barrier) as select * from exante_condition where false;
-- the steps of such a form end for it where finance begins, and so do the notes
create or replace view ${guest}.review_step with (security_barrier) as
  select * from review_step
  where review in (select id from ${guest}.review)
    and (from_state in ('DRAFT', 'UNIT_REVIEW', 'DEPARTMENT_REVIEW', 'RETURNED') or review not in (select id from exante_evaluation));
create or replace view ${guest}.cell_note with (security_barrier) as
  select * from cell_note n
  where state <> 'DRAFT' and review in (select id from ${guest}.review)
    and (review not in (select id from exante_evaluation)
      or not exists (select from review_step s where s.review = n.review and s.round = n.round and s.at <= n.at
        and s.to_state in ('FINANCE_FIRST', 'FINANCE_SECOND')));
create view ${guest}.gate_opening with (security_barrier) as select * from gate_opening where false;
create view ${guest}.budget_entry with (security_barrier) as select * from budget_entry where false;
grant select on ${guest}.exante_engagement, ${guest}.exante_evaluation, ${guest}.exante_entry, ${guest}.exante_result,
  ${guest}.exante_conclusion, ${guest}.exante_condition, ${guest}.gate_opening, ${guest}.budget_entry
  to ${guest_role};
grant insert on ${guest}.exante_result to ${guest_role};

-- People from outside read the documents of such an evaluation, too, and not what the unit shows of its conditions; what they hand in still belongs to their own engagement. The
-- check option would let through whatever may be read: what may be added is asked by a trigger instead.
create or replace view ${guest}.attachment with (security_barrier) as
  select * from attachment
  where subject in (select id from ${guest}.engagement)
    or subject in (select id from ${guest}.exante_evaluation) and place like 'evidence/%';
create function ${guest}.own_attachment() returns trigger language plpgsql set search_path = pg_temp as $$
begin
  if not exists (select from ${guest}.engagement where id = new.subject) then
    raise exception 'a file from outside belongs to an engagement of its own' using errcode = 'with_check_option_violation';
  end if;
  return new;
end $$;
create trigger guests_hand_in_to_their_engagement before insert on attachment for each row
  when (current_user = '${guest_role}') execute function ${guest}.own_attachment();

-- what is changed past the application is on the record, here as elsewhere
do $$
declare watched text;
begin
  foreach watched in array array['exante_evaluation', 'exante_entry', 'exante_engagement', 'exante_result',
                                 'exante_conclusion', 'exante_condition', 'gate_opening', 'budget_entry']
  loop
    execute format('create trigger bypass after insert or update or delete on %I for each row
                    when (session_user <> %L or current_user not in (%L, %L)) execute function note_bypass()',
                   watched, '${application_login}', '${role}', '${guest_role}');
    execute format('create trigger bypass_whole after truncate on %I for each statement execute function note_bypass()', watched);
  end loop;
end $$;
