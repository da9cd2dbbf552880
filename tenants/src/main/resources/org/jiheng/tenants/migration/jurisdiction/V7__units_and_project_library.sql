-- Units with their history, and the project library whole: what a project is for, what it may spend from which source, how it was
-- merged and what its code was before (DOMAIN 1.1, 2.3, 9, 11.1; Q23: history follows the code).

alter table unit
  add column kind        varchar(20) not null default 'OTHER'
    check (kind in ('ADMINISTRATION', 'INSTITUTION', 'TOWNSHIP', 'SUBDISTRICT', 'ORGANISATION', 'ENTERPRISE', 'OTHER')),
  add column credit_code varchar(18) not null default '' check (credit_code = '' or credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  add column valid_from  date,
  add column valid_until date,
  add column successor   varchar(21) references unit,
  add column version     integer     not null default 1,
  add constraint a_unit_ends_after_it_began check (valid_until >= valid_from),
  add constraint a_unit_does_not_succeed_itself check (successor <> code),
  add constraint a_succeeded_unit_has_ended check (successor is null or valid_until is not null);
comment on column unit.valid_from is 'first day; empty: from before the records';
comment on column unit.valid_until is 'last day; empty while it lasts';
comment on column unit.successor is 'who goes on with its work since it was moved or merged';
create index unit_succeeded_by on unit (successor);

create table unit_change (
  id          uuid         primary key,
  unit        varchar(21)  not null references unit,
  kind        varchar(20)  not null check (kind in ('ADDED', 'CHANGED', 'RENAMED', 'RESPONSIBLE', 'MOVED', 'MERGED', 'CLOSED')),
  on_day      date         not null,
  before      text         not null default '',
  after       text         not null default '',
  successor   varchar(21)  references unit,
  reason      varchar(1000) not null,
  person      uuid         not null,
  person_name varchar(60)  not null,
  at          timestamptz  not null,
  constraint a_change_of_a_unit_says_why check (length(reason) >= 5),
  constraint a_move_names_its_successor check ((kind in ('MOVED', 'MERGED')) = (successor is not null))
);
create index change_of_unit on unit_change (unit, at);

alter table project
  add column provisional        boolean       not null default false,
  add column category           varchar(20)   not null default 'SPECIFIC_PURPOSE'
    check (category in ('PERSONNEL', 'PUBLIC_FUNDS', 'OTHER_OPERATING', 'SPECIFIC_PURPOSE')),
  add column attribute          varchar(20)   not null default 'CONTINUING' check (attribute in ('NEW', 'CONTINUING', 'ONE_OFF')),
  add column type               varchar(20)   not null default 'OTHER'
    check (type in ('INFORMATISATION', 'CONSTRUCTION', 'MAJOR_REPAIR', 'RESEARCH', 'PURCHASE', 'SUBSIDY', 'OPERATION', 'OTHER')),
  add column starts             date,
  add column ends               date,
  add column leader             varchar(60)   not null default '',
  add column phone              varchar(30)   not null default '',
  add column functional_class   varchar(7)    not null default '' check (functional_class ~ '^([0-9]{3}([0-9]{2}){0,2})?$'),
  add column basis              text          not null default '',
  add column content            text          not null default '',
  add column total_investment   numeric(18,2) check (total_investment >= 0),
  add column key_project        boolean       not null default false,
  add column protection         varchar(20)   not null default 'NONE'
    check (protection in ('NONE', 'LIVELIHOOD', 'WAGES', 'OPERATION', 'DEBT', 'OTHER')),
  add column direct_funds       boolean       not null default false,
  add column direct_category    varchar(100)  not null default '',
  add column upper_document     varchar(100)  not null default '',
  add column rural              boolean       not null default false,
  add column confidential       boolean       not null default false,
  add column completed_on       date,
  add column terminated_on      date,
  add column termination_reason varchar(1000) not null default '',
  add column merged_into        uuid          references project,
  add column merged_on          date,
  add column version            integer       not null default 1,
  add constraint a_project_ends_after_it_begins check (ends >= starts),
  add constraint a_terminated_project_says_why check (terminated_on is null or length(termination_reason) >= 5),
  add constraint a_project_is_not_merged_into_itself check (merged_into <> id),
  add constraint a_merged_project_says_when check ((merged_into is null) = (merged_on is null)),
  add constraint direct_funds_name_their_document
    check (not direct_funds or confidential or (direct_category <> '' and upper_document <> '')),
  add constraint nothing_classified_is_described
    check (not confidential or (name = '涉密项目,线下管理' and basis = '' and content = '' and leader = '' and phone = ''
      and functional_class = '' and direct_category = '' and upper_document = '' and termination_reason in ('', '涉密项目,线下管理')
      and not rural));
comment on column project.provisional is 'the code is a temporary one, to be exchanged for the issued one';
comment on column project.protection is 'which of the three guarantees (三保) or other commitment keeps its money from being cut';
comment on column project.initial_budget is 'sum of the opening lines of its own year, all sources, yuan';
comment on column project.annual_budget is 'initial_budget with the supplements and cuts of the year, yuan';
create index project_of_code on project (code);
create index project_merged_into on project (merged_into);

-- 衔接资金 (DOMAIN 9.2)
create table project_rural (
  project          uuid         primary key references project,
  township         varchar(60)  not null default '',
  village          varchar(120) not null default '',
  library_number   varchar(60)  not null default '',
  households       integer      check (households >= 0),
  people           integer      check (people >= 0),
  lifted_people    integer      check (lifted_people >= 0),
  monitored_people integer      check (monitored_people >= 0),
  industry_share   numeric(5,2) check (industry_share between 0 and 100),
  assets           text         not null default '',
  platform_link    varchar(200) not null default '',
  constraint the_poor_are_among_the_people check (coalesce(lifted_people, 0) + coalesce(monitored_people, 0) <= people)
);
comment on table project_rural is 'what a project of rural revitalisation says besides';

create table funding_line (
  id          uuid          primary key,
  project     uuid          not null references project,
  origin      uuid          not null references project,
  fiscal_year integer       not null,
  source      varchar(20)   not null
    check (source in ('GENERAL_BUDGET', 'GOVERNMENT_FUND', 'STATE_CAPITAL', 'UPPER_TRANSFER', 'BOND', 'OWN_FUNDS', 'OTHER')),
  kind        varchar(20)   not null check (kind in ('OPENING', 'SUPPLEMENT', 'CUT')),
  amount      numeric(18,2) not null check (amount > 0),
  decided_on  date          not null,
  document    varchar(100)  not null default '',
  note        varchar(200)  not null default '',
  person_name varchar(60)   not null,
  at          timestamptz   not null,
  struck_at   timestamptz,
  struck_by   varchar(60)   not null default '',
  struck_reason varchar(1000) not null default '',
  constraint a_change_of_money_names_its_document check (kind = 'OPENING' or document <> ''),
  constraint a_struck_line_says_why check (struck_at is null or length(struck_reason) >= 5)
);
comment on table funding_line is 'money of a project by source and year, yuan: opening budget, supplements and cuts; a struck line no longer counts';
comment on column funding_line.origin is 'project it was entered for; another one than project after a merger';
create index line_of_project on funding_line (project, fiscal_year);
create index line_from_origin on funding_line (origin);

-- budgets that were there before as lines, so that sums and lines agree from the first day
insert into funding_line (id, project, origin, fiscal_year, source, kind, amount, decided_on, note, person_name, at)
select gen_random_uuid(), id, id, fiscal_year, 'OTHER', 'OPENING', initial_budget, make_date(fiscal_year, 1, 1), '启用项目库时的年初预算数,来源待补', '系统', now()
from project where initial_budget > 0;
insert into funding_line (id, project, origin, fiscal_year, source, kind, amount, decided_on, document, note, person_name, at)
select gen_random_uuid(), id, id, fiscal_year, 'OTHER', case when annual_budget > initial_budget then 'SUPPLEMENT' else 'CUT' end,
       abs(annual_budget - initial_budget), make_date(fiscal_year, 12, 31), '文号待补', '启用项目库时的预算调整数,来源待补', '系统', now()
from project where annual_budget <> initial_budget;

create table project_code (
  id          uuid         primary key,
  old_code    varchar(21)  not null,
  new_code    varchar(21)  not null,
  on_day      date         not null,
  reason      varchar(1000) not null,
  person_name varchar(60)  not null,
  at          timestamptz  not null,
  constraint a_code_is_exchanged_for_another check (old_code <> new_code)
);
comment on table project_code is 'codes that were exchanged, all years of the project at once';
create index code_exchanged_for on project_code (new_code);

create table duplicate_verdict (
  id            uuid         primary key,
  one           uuid         not null references project,
  other         uuid         not null references project,
  verdict       varchar(20)  not null check (verdict in ('MERGED', 'NOT_DUPLICATE')),
  survivor      uuid         references project,
  score         numeric(5,2) not null check (score between 0 and 100),
  findings      jsonb        not null,
  reason        varchar(1000) not null,
  person        uuid         not null,
  person_name   varchar(60)  not null,
  at            timestamptz  not null,
  constraint a_pair_is_decided_once unique (one, other),
  constraint a_pair_has_an_order check (one < other),
  constraint a_merger_names_the_survivor check ((verdict = 'MERGED') = (survivor is not null)),
  constraint the_survivor_is_one_of_the_pair check (survivor is null or survivor in (one, other)),
  constraint a_verdict_on_duplicates_says_why check (length(reason) >= 5)
);
comment on table duplicate_verdict is 'what finance decided about two projects that looked alike, and why they did';

grant select, insert, update, delete on project_rural to ${role};
grant select, insert, update on funding_line to ${role};
-- append-only: what happened stays
grant select, insert on unit_change, project_code, duplicate_verdict to ${role};

-- Posts for parts of the tree, for whoever moves or merges units: nobody's access changes unseen.
create view unit_post with (security_barrier) as
  select m.id, m.unit_prefix, m.role, p.name, m.valid_from, m.valid_until
  from platform.membership m join platform.person p on p.id = m.person
  where m.jurisdiction = substring('${schema}' from 3) and m.engagement is null and m.unit_prefix <> '';
comment on view unit_post is 'the registry''s posts of this jurisdiction that are bound to a department or unit';
grant select on unit_post to ${role};

-- The prefecture: units, projects and their money as they stand, and the codes they had. Why two projects were taken for one is the
-- county's own business, and so are its reasons for changing its units: the views of these are not there.
create or replace view ${eye}.unit with (security_barrier) as select * from unit where (select ${eye}.recorded());
create or replace view ${eye}.project with (security_barrier) as select * from project where (select ${eye}.recorded());
create view ${eye}.project_rural with (security_barrier) as select * from project_rural where (select ${eye}.recorded());
create view ${eye}.funding_line with (security_barrier) as select * from funding_line where (select ${eye}.recorded());
create view ${eye}.project_code with (security_barrier) as select * from project_code where (select ${eye}.recorded());
grant select on ${eye}.project_rural, ${eye}.funding_line, ${eye}.project_code to ${prefecture_role};

-- People from outside: the projects of their windows without the telephone of whoever leads them, and their money.
create or replace view ${guest}.project with (security_barrier) as
  select id, code, name, unit, fiscal_year, initial_budget, annual_budget, provisional, category, attribute, type, starts, ends, leader,
         ''::varchar(30) as phone, functional_class, basis, content, total_investment, key_project, protection, direct_funds,
         direct_category, upper_document, rural, confidential, completed_on, terminated_on, termination_reason, merged_into, merged_on, version
  from project where id in (select project from ${guest}.project_window);
create or replace view ${guest}.unit with (security_barrier) as
  select * from unit u where exists (select from ${guest}.project p where p.unit like u.code || '%');
create view ${guest}.project_rural with (security_barrier) as
  select * from project_rural where project in (select project from ${guest}.project_window);
create view ${guest}.funding_line with (security_barrier) as
  select * from funding_line where project in (select project from ${guest}.project_window);
grant select on ${guest}.project_rural, ${guest}.funding_line to ${guest_role};

-- what is changed past the application is on the record, here as elsewhere
do $$
declare watched text;
begin
  foreach watched in array array['unit_change', 'project_rural', 'funding_line', 'project_code', 'duplicate_verdict']
  loop
    execute format('create trigger bypass after insert or update or delete on %I for each row
                    when (session_user <> %L or current_user <> %L) execute function note_bypass()',
                   watched, '${application_login}', '${role}');
    execute format('create trigger bypass_whole after truncate on %I for each statement execute function note_bypass()', watched);
  end loop;
end $$;
