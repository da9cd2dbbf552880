-- What a unit says of its project counts as far as finance has borne it out (S12, S15): what finance confirmed, and when and why;
-- money that is only asked for (申报) beside money that was given; thresholds a verdict on duplicates was found by; and no words about
-- a confidential project that were there before it was marked so (DOMAIN 12).

alter table project
  add column confirmed_attribute varchar(20)   check (confirmed_attribute in ('NEW', 'CONTINUING', 'ONE_OFF')),
  add column confirmed_category  varchar(20)   check (confirmed_category in ('PERSONNEL', 'PUBLIC_FUNDS', 'OTHER_OPERATING', 'SPECIFIC_PURPOSE')),
  add column asked_budget        numeric(18,2) not null default 0 check (asked_budget >= 0),
  add constraint finance_confirms_attribute_and_category_together check ((confirmed_attribute is null) = (confirmed_category is null));
comment on column project.confirmed_attribute is 'attribute finance has confirmed; counts only while the project still says the same';
comment on column project.confirmed_category is 'category finance has confirmed; counts only while the project still says the same';
comment on column project.asked_budget is 'sum of what is asked for its own year, all sources, yuan, beyond what other doors gave; 0 once the budget list has allocated';

create table project_confirmation (
  id          uuid          primary key,
  project     uuid          not null references project,
  attribute   varchar(20)   not null check (attribute in ('NEW', 'CONTINUING', 'ONE_OFF')),
  category    varchar(20)   not null check (category in ('PERSONNEL', 'PUBLIC_FUNDS', 'OTHER_OPERATING', 'SPECIFIC_PURPOSE')),
  verdict     varchar(10)   not null check (verdict in ('CONFIRMED', 'DENIED')),
  reason      varchar(1000) not null,
  person      uuid          not null,
  person_name varchar(60)   not null,
  at          timestamptz   not null,
  constraint a_confirmation_says_why check (length(reason) >= 5)
);
comment on table project_confirmation is 'what finance decided about the attribute and category a unit had chosen, and why';
create index confirmation_of_project on project_confirmation (project, at);
-- append-only: what was decided stays
grant select, insert on project_confirmation to ${role};

alter table funding_line add column door varchar(20) not null default 'HAND' constraint money_comes_by_a_known_door check (door in ('HAND', 'LIST', 'DOCUMENT'));
comment on column funding_line.door is 'by which it came: written by hand or taken over, the budget list, a fund document; only the first is struck by hand';
alter table funding_line drop constraint funding_line_kind_check;
alter table funding_line add constraint money_of_a_project_has_a_known_kind check (kind in ('OPENING', 'SUPPLEMENT', 'CUT', 'ASKED'));
alter table funding_line drop constraint a_change_of_money_names_its_document;
alter table funding_line add constraint a_change_of_money_names_its_document check (kind in ('OPENING', 'ASKED') or document <> '');
comment on table funding_line is
  'money of a project by source and year, yuan: what is asked for, opening budget, supplements and cuts; a struck line no longer counts';

alter table duplicate_verdict add column parameters jsonb not null default '{}';
comment on column duplicate_verdict.parameters is 'thresholds and points by which the pair was found; empty: decided before these were written down';

-- Lines that were there before their project was marked as confidential. The watch on changes past the application would keep for ever
-- what is taken away here.
alter table funding_line disable trigger bypass;
-- by which door lines came that were there before this was written down
update funding_line l set door = 'DOCUMENT'
where source = 'UPPER_TRANSFER' and exists (select from fund_document d where d.number = l.document);
update funding_line l set door = 'LIST'
where door = 'HAND' and exists (select from budget_entry e where e.project = l.origin and e.fiscal_year = l.fiscal_year and e.step = 'ALLOCATED'
  and e.occasion = l.kind and e.amount = l.amount and e.document = l.document)
  and source in ('GENERAL_BUDGET', 'GOVERNMENT_FUND', 'STATE_CAPITAL', 'BOND');
update funding_line set note = '', document = case when document = '' then '' else '涉密项目,线下管理' end,
       struck_reason = case when struck_reason = '' then '' else '涉密项目,线下管理' end
where project in (select id from project where confidential);
alter table funding_line enable trigger bypass;

-- The prefecture: projects as finance sees them, money that was given, and no words about what is confidential, whoever put them there.
-- What is only asked for, and why finance confirmed a word or did not, is between the county's finance and its units.
create or replace view ${eye}.project with (security_barrier) as
  select id, code, name, unit, fiscal_year, initial_budget, annual_budget, provisional, category, attribute, type, starts, ends, leader,
         phone, functional_class, basis, content, total_investment, key_project, protection, direct_funds, direct_category, upper_document,
         rural, confidential, completed_on, terminated_on, termination_reason, merged_into, merged_on, version, entered_on,
         confirmed_attribute, confirmed_category, 0::numeric(18,2) as asked_budget
  from project where (select ${eye}.recorded());
-- A line says where it came from: what came from a confidential project says as little as what lies with one.
create or replace view ${eye}.funding_line with (security_barrier) as
  select l.id, l.project, l.origin, l.fiscal_year, l.source, l.kind, l.amount, l.decided_on,
         (case when p.confidential and l.document <> '' then '涉密项目,线下管理' else l.document end)::varchar(100) as document,
         (case when p.confidential then '' else l.note end)::varchar(200) as note,
         l.person_name, l.at, l.struck_at, l.struck_by,
         (case when p.confidential and l.struck_reason <> '' then '涉密项目,线下管理' else l.struck_reason end)::varchar(1000) as struck_reason, l.door
  from funding_line l
  cross join lateral (select coalesce(bool_or(confidential), false) as confidential from project where id in (l.project, l.origin)) p
  where l.kind <> 'ASKED' and (select ${eye}.recorded());
create or replace view ${eye}.project_code with (security_barrier) as
  select c.id, c.old_code, c.new_code, c.on_day,
         (case when exists (select from project p where p.code = c.new_code and p.confidential) then '涉密项目,线下管理' else c.reason end)::varchar(1000)
           as reason,
         c.person_name, c.at
  from project_code c where (select ${eye}.recorded());
create or replace view ${eye}.gate_opening with (security_barrier) as
  select * from gate_opening where project not in (select id from project where confidential) and (select ${eye}.recorded());
create or replace view ${eye}.budget_entry with (security_barrier) as
  select * from budget_entry where project not in (select id from project where confidential) and (select ${eye}.recorded());

-- People from outside: neither what is only asked for nor what finance thought of a unit's words.
create or replace view ${guest}.project with (security_barrier) as
  select id, code, name, unit, fiscal_year, initial_budget, annual_budget, provisional, category, attribute, type, starts, ends, leader,
         ''::varchar(30) as phone, functional_class, basis, content, total_investment, key_project, protection, direct_funds,
         direct_category, upper_document, rural, confidential, completed_on, terminated_on, termination_reason, merged_into, merged_on, version,
         entered_on, confirmed_attribute, confirmed_category, 0::numeric(18,2) as asked_budget
  from project where id in (select project from ${guest}.project_window);
create or replace view ${guest}.funding_line with (security_barrier) as
  select * from funding_line
  where kind <> 'ASKED' and project in (select project from ${guest}.project_window)
    and project not in (select id from project where confidential);

-- what is changed past the application is on the record, here as elsewhere
create trigger bypass after insert or update or delete on project_confirmation for each row
  when (session_user <> '${application_login}' or current_user <> '${role}') execute function note_bypass();
create trigger bypass_whole after truncate on project_confirmation for each statement execute function note_bypass();
