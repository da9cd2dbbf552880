-- One jurisdiction's tables. Owned by the migration role; the jurisdiction's own role gets what it needs and no more.

create table unit (
  code        varchar(21)  primary key check (code ~ '^([0-9]{3}){1,7}$'),
  name        varchar(120) not null,
  responsible varchar(60)  not null default ''
);
comment on table unit is 'departments (3 digits) and their units (6 and more), DOMAIN 11.1';

create table project (
  id             uuid          primary key,
  code           varchar(21)   not null,
  name           varchar(180)  not null,
  unit           varchar(21)   not null references unit,
  fiscal_year    integer       not null,
  initial_budget numeric(18,2) not null default 0 check (initial_budget >= 0),
  annual_budget  numeric(18,2) not null default 0 check (annual_budget >= 0),
  constraint project_code_once unique (code, fiscal_year)
);
create index project_of_unit on project (fiscal_year, unit);

create table task (
  id          uuid         primary key,
  fiscal_year integer      not null,
  form_type   varchar(30)  not null,
  title       varchar(120) not null,
  opens       date         not null,
  due         date         not null check (due >= opens),
  constraint task_once unique (fiscal_year, form_type)
);

create table holiday (
  day     date        primary key,
  name    varchar(60) not null,
  working boolean     not null
);
comment on column holiday.working is 'false: a day off; true: a weekend day that is worked instead';

create table parameter (
  id          uuid        primary key,
  key         varchar(60) not null,
  fiscal_year integer,
  value       text        not null,
  author      varchar(60) not null,
  reason      text        not null,
  effective   date        not null,
  constraint parameter_once unique nulls not distinct (key, fiscal_year, effective)
);

create table review (
  id            uuid         primary key,
  form_type     varchar(30)  not null,
  title         varchar(200) not null,
  unit          varchar(21)  not null references unit,
  fiscal_year   integer      not null,
  route         varchar(200) not null,
  state         varchar(20)  not null check (state in ('DRAFT', 'UNIT_REVIEW', 'DEPARTMENT_REVIEW', 'FINANCE_FIRST',
                                                       'FINANCE_SECOND', 'APPROVED', 'RETURNED', 'REJECTED', 'CANCELLED')),
  round         integer      not null default 1,
  opened        boolean      not null default false,
  submitted_by  uuid,
  changed_at    timestamptz  not null,
  changed_by    varchar(60)  not null,
  version       integer      not null
);
comment on column review.opened is 'whether the holder of the present stage has looked at it; until then it may be withdrawn';
create index review_work on review (state, unit);
create index review_of_year on review (form_type, fiscal_year, unit);

create table review_step (
  id          uuid        primary key,
  review      uuid        not null references review,
  move        varchar(20) not null,
  from_state  varchar(20) not null,
  to_state    varchar(20) not null,
  round       integer     not null,
  person      uuid        not null,
  person_name varchar(60) not null,
  at          timestamptz not null,
  reason_code varchar(40),
  comment     text        not null default '',
  constraint a_return_says_why check (move not in ('RETURN', 'REJECT') or (reason_code is not null and length(comment) >= 5))
);
create index step_of_review on review_step (review, at);

create table cell_note (
  id          uuid         primary key,
  review      uuid         not null references review,
  cell        varchar(120) not null,
  cell_label  varchar(200) not null,
  round       integer      not null,
  state       varchar(10)  not null check (state in ('DRAFT', 'OPEN', 'ANSWERED')),
  person      uuid         not null,
  person_name varchar(60)  not null,
  at          timestamptz  not null,
  reason_code varchar(40)  not null,
  text        text         not null,
  answer      text         not null default ''
);
create index note_of_review on cell_note (review, at);

create table form_version (
  review     uuid        not null references review,
  number     integer     not null,
  cells      jsonb       not null,
  outcome    jsonb       not null,
  parameters jsonb       not null,
  digest     char(64)    not null,
  made_at    timestamptz not null,
  made_by    varchar(60) not null,
  primary key (review, number)
);
comment on table form_version is 'a form as it was at a submission, with what was computed and by which rules';

create table draft (
  review uuid         not null references review on delete cascade,
  person uuid         not null,
  cell   varchar(120) not null,
  typed  text         not null,
  seen   text         not null,
  at     timestamptz  not null,
  primary key (review, person, cell)
);
comment on table draft is 'what a person typed and the form could not take: not a number, or somebody else was first';

create table command (
  key     uuid        primary key,
  at      timestamptz not null
);
comment on table command is 'commands already carried out; the same key a second time does nothing';

create table self_evaluation (
  id                 uuid          primary key references review,
  project            uuid          not null unique references project,
  unit               varchar(21)   not null references unit,
  fiscal_year        integer       not null,
  total_initial      numeric(18,2) check (total_initial >= 0),
  total_annual       numeric(18,2) check (total_annual >= 0),
  total_executed     numeric(18,2) check (total_executed >= 0),
  fiscal_initial     numeric(18,2) check (fiscal_initial >= 0),
  fiscal_annual      numeric(18,2) check (fiscal_annual >= 0),
  fiscal_executed    numeric(18,2) check (fiscal_executed >= 0),
  carried_initial    numeric(18,2) check (carried_initial >= 0),
  carried_annual     numeric(18,2) check (carried_annual >= 0),
  carried_executed   numeric(18,2) check (carried_executed >= 0),
  other_initial      numeric(18,2) check (other_initial >= 0),
  other_annual       numeric(18,2) check (other_annual >= 0),
  other_executed     numeric(18,2) check (other_executed >= 0),
  execution_weight   numeric(5,2)  not null default 10 check (execution_weight between 0 and 100),
  execution_reported numeric(5,2),
  goal_expected      text          not null default '',
  goal_actual        text          not null default '',
  statement          text          not null default '',
  total_reported     numeric(5,2),
  total_computed     numeric(5,2)  check (total_computed between 0 and 100),
  grade              varchar(12),
  source             varchar(200)  not null default '',
  version            integer       not null
);
create index self_evaluation_of_year on self_evaluation (fiscal_year, unit);

create table self_evaluation_indicator (
  id              uuid         primary key,
  self_evaluation uuid         not null references self_evaluation on delete cascade,
  position        integer      not null,
  level1          varchar(60)  not null default '',
  level2          varchar(60)  not null default '',
  level3          varchar(500) not null default '',
  target          varchar(1000) not null default '',
  actual          varchar(1000) not null default '',
  weight          numeric(5,2) check (weight between 0 and 100),
  reported        numeric(5,2) check (reported between 0 and 100),
  level           varchar(12),
  deviation       text         not null default ''
);
create index indicator_of_self_evaluation on self_evaluation_indicator (self_evaluation, position);

grant usage on schema ${schema} to ${role};
grant select, insert, update, delete on unit, project, task, holiday, parameter, review, cell_note, draft,
  self_evaluation, self_evaluation_indicator to ${role};
-- append-only: what happened stays
grant select, insert on review_step, form_version, command to ${role};

-- What the prefecture may read: approved forms, what they refer to, and how they came to be approved. The views carry
-- the names of the tables, so that the same code reads them; drafts and unfinished forms are not in them.
create view ${eye}.unit with (security_barrier) as select * from unit;
create view ${eye}.project with (security_barrier) as select * from project;
create view ${eye}.task with (security_barrier) as select * from task;
create view ${eye}.holiday with (security_barrier) as select * from holiday;
create view ${eye}.parameter with (security_barrier) as select * from parameter;
create view ${eye}.review with (security_barrier) as select * from review where state = 'APPROVED';
create view ${eye}.review_step with (security_barrier) as
  select * from review_step where review in (select id from review where state = 'APPROVED');
create view ${eye}.cell_note with (security_barrier) as
  select * from cell_note where state <> 'DRAFT' and review in (select id from review where state = 'APPROVED');
create view ${eye}.form_version with (security_barrier) as
  select * from form_version where review in (select id from review where state = 'APPROVED');
create view ${eye}.draft with (security_barrier) as select * from draft where false;
create view ${eye}.self_evaluation with (security_barrier) as
  select * from self_evaluation where id in (select id from review where state = 'APPROVED');
create view ${eye}.self_evaluation_indicator with (security_barrier) as
  select * from self_evaluation_indicator where self_evaluation in (select id from review where state = 'APPROVED');
grant usage on schema ${eye} to ${prefecture_role};
grant select on all tables in schema ${eye} to ${prefecture_role};
