-- Transfer payments: fund documents with their goals, the parts they are broken down to, what was exempted, what has to follow
-- (DOMAIN 7; S10, S18–S20). What goes to another jurisdiction goes as an envelope of the exchange.

create table fund_document (
  id               uuid          primary key,
  fiscal_year      integer       not null,
  number           varchar(60)   not null,
  name             varchar(180)  not null,
  code             varchar(21)   not null default '',
  level            varchar(10)   not null check (level in ('CENTRAL', 'REGION', 'OWN')),
  kind             varchar(10)   not null check (kind in ('EARMARKED', 'GENERAL')),
  amount           numeric(18,2) not null check (amount >= 0),
  upper_name       varchar(120)  not null,
  received_on      date          not null,
  due_on           date          not null,
  overall_goal     text          not null default '',
  regional_goal    text          not null default '',
  over_note        varchar(1000) not null default '',
  state            varchar(10)   not null check (state in ('DRAFT', 'SENT', 'ADJUSTING', 'WITHDRAWN')),
  upper_document   uuid          unique,
  upper_revision   integer       not null default 0,
  revision         integer       not null default 0,
  adjust_reason    varchar(1000) not null default '',
  sent_on          date,
  withdrawn_reason varchar(1000) not null default '',
  changed_at       timestamptz   not null,
  changed_by       varchar(60)   not null,
  version          integer       not null,
  constraint a_transfer_is_due_after_it_came check (due_on >= received_on),
  constraint a_sent_document_has_its_day check (state not in ('SENT', 'ADJUSTING') or sent_on is not null),
  constraint a_withdrawn_document_says_why check (state <> 'WITHDRAWN' or length(withdrawn_reason) >= 5),
  constraint what_came_by_the_exchange_has_a_revision check ((upper_document is null) = (upper_revision = 0))
);
comment on table fund_document is 'a fund document (资金文件) as this jurisdiction has it; money in yuan';
comment on column fund_document.upper_document is 'the document of the jurisdiction above it is a part of; empty: entered here';
comment on column fund_document.revision is 'how often it has been sent';
create index fund_document_of_year on fund_document (fiscal_year, due_on);

create table fund_indicator (
  id          uuid          primary key,
  document    uuid          not null references fund_document,
  position    integer       not null,
  level1      varchar(60)   not null default '',
  level2      varchar(60)   not null default '',
  name        varchar(500)  not null default '',
  target      varchar(1000) not null default '',
  main        boolean       not null default false,
  aggregation varchar(10)   not null default 'SUM' check (aggregation in ('SUM', 'EQUAL', 'AVG', 'MIN', 'MAX', 'NONE')),
  upper       uuid,
  constraint an_indicator_comes_down_once unique (document, upper)
);
comment on column fund_indicator.main is 'main quantity indicator (主要数量指标): its parts come to the target exactly';
comment on column fund_indicator.upper is 'the indicator above it is a part of';
create index indicator_of_fund_document on fund_indicator (document, position);

create table fund_line (
  id          uuid          primary key,
  document    uuid          not null references fund_document,
  position    integer       not null,
  county      char(6),
  unit        varchar(21)   references unit,
  project     uuid          references project,
  name        varchar(180)  not null,
  amount      varchar(60)   not null default '',
  sent_amount numeric(18,2) check (sent_amount >= 0),
  constraint a_part_is_a_countys_or_a_units check ((county is null) <> (unit is null)),
  constraint a_project_is_a_units check (project is null or unit is not null),
  constraint a_part_is_there_once unique nulls not distinct (document, county, unit, project)
);
comment on column fund_line.amount is 'as it was typed, in 万元 where no unit is written';
comment on column fund_line.sent_amount is 'what went down, yuan; empty before';
create index line_of_fund_document on fund_line (document, position);
create index fund_line_of_unit on fund_line (unit);
create index fund_line_of_project on fund_line (project);

create table fund_target (
  id        uuid          primary key,
  line      uuid          not null references fund_line on delete cascade,
  indicator uuid          not null references fund_indicator on delete cascade,
  typed     varchar(1000) not null default '',
  sent      varchar(1000) not null default '',
  constraint a_part_has_one_value_for_an_indicator unique (line, indicator)
);
comment on column fund_target.sent is 'what went down, written out whole; empty before';
create index target_of_indicator on fund_target (indicator);

create table fund_exemption (
  document      uuid          primary key references fund_document,
  kind          varchar(20)   not null check (kind in ('EMERGENCY', 'DISASTER')),
  reason        varchar(1000) not null,
  approver      varchar(120)  not null,
  at            timestamptz   not null,
  from_above    boolean       not null,
  determined_on date,
  goals_due     date,
  goals_on      date,
  constraint an_exemption_says_why check (length(reason) >= 5),
  constraint goals_are_due_once_the_project_is_determined check (determined_on is null or goals_due is not null)
);
comment on column fund_exemption.determined_on is 'day the project was determined: from then on the days for its goals are counted';
comment on column fund_exemption.goals_due is 'last day for the goals; provisional until the project is determined, empty before anything was sent';
comment on column fund_exemption.goals_on is 'day the goals went down after all';

create table fund_task (
  id       uuid          primary key,
  document uuid          not null references fund_document,
  kind     varchar(20)   not null check (kind in ('ADJUST', 'ADD_GOALS')),
  reason   varchar(1000) not null,
  since    timestamptz   not null,
  due      date,
  done_on  date
);
comment on table fund_task is 'what has to follow: goals after an exemption, an adjustment after a change above';
create index fund_task_of_document on fund_task (document);

create table fund_step (
  id          uuid          primary key,
  document    uuid          not null references fund_document,
  act         varchar(20)   not null,
  person      uuid          not null,
  person_name varchar(60)   not null,
  at          timestamptz   not null,
  comment     varchar(1000) not null default '',
  constraint what_is_exempted_adjusted_or_withdrawn_says_why
    check (act not in ('EXEMPT', 'ADJUST', 'WITHDRAW') or length(comment) >= 5)
);
create index step_of_fund_document on fund_step (document, at);

grant select, insert, update on fund_document, fund_exemption, fund_task to ${role};
grant select, insert, update, delete on fund_indicator, fund_line, fund_target to ${role};
-- append-only: what happened stays
grant select, insert on fund_step to ${role};

-- Neither the prefecture's eye nor people from outside: what one jurisdiction is to know of another's transfers comes by the exchange.

-- what is changed past the application is on the record, here as elsewhere
do $$
declare watched text;
begin
  foreach watched in array array['fund_document', 'fund_indicator', 'fund_line', 'fund_target', 'fund_exemption', 'fund_task', 'fund_step']
  loop
    execute format('create trigger bypass after insert or update or delete on %I for each row
                    when (session_user <> %L or current_user <> %L) execute function note_bypass()', watched, '${application_login}', '${role}');
    execute format('create trigger bypass_whole after truncate on %I for each statement execute function note_bypass()', watched);
  end loop;
end $$;
