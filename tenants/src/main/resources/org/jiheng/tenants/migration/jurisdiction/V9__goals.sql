-- Goals of projects (DOMAIN 3; S16, S17), finance's review of them, and the duty to publish what was approved (S50, DOMAIN 10.1).

create table goal (
  id                  uuid          primary key references review,
  project             uuid          not null references project,
  fiscal_year         integer       not null,
  adjusts             uuid          references goal,
  period_from         date,
  period_until        date,
  medium_total        numeric(18,2) check (medium_total >= 0),
  medium_fiscal       numeric(18,2) check (medium_fiscal >= 0),
  medium_other        numeric(18,2) check (medium_other >= 0),
  annual_total        numeric(18,2) check (annual_total >= 0),
  annual_fiscal       numeric(18,2) check (annual_fiscal >= 0),
  annual_carried      numeric(18,2) check (annual_carried >= 0),
  annual_other        numeric(18,2) check (annual_other >= 0),
  medium_goal         text          not null default '',
  annual_goal         text          not null default '',
  scheme_cost         numeric(5,2)  check (scheme_cost between 0 and 100),
  scheme_output       numeric(5,2)  check (scheme_output between 0 and 100),
  scheme_benefit      numeric(5,2)  check (scheme_benefit between 0 and 100),
  scheme_satisfaction numeric(5,2)  check (scheme_satisfaction between 0 and 100),
  scheme_reason       text          not null default '',
  adjusted_because    varchar(20)   check (adjusted_because in ('BUDGET', 'POLICY', 'FORCE_MAJEURE', 'OTHER')),
  adjusted_basis      text          not null default '',
  adjusted_money      numeric(18,2),
  open_findings       integer       not null default 0 check (open_findings >= 0),
  points              numeric(5,2)  check (points between 0 and 100),
  grade               varchar(12)   check (grade in ('EXCELLENT', 'GOOD', 'FAIR', 'POOR')),
  resubmit_due        date,
  approved_on         date,
  source              varchar(200)  not null default '',
  version             integer       not null,
  constraint only_an_adjustment_says_what_made_it_needed
    check (adjusts is not null or (adjusted_because is null and adjusted_basis = '' and adjusted_money is null))
);
comment on table goal is '项目支出绩效目标申报表: one of a project and year, and its adjustments; money in yuan';
comment on column goal.adjusts is 'the approved goal this one is to take the place of, as in review.adjusts';
comment on column goal.scheme_cost is 'points of the class where the unit set them itself; empty: the scheme that fits the lines';
comment on column goal.open_findings is 'checks that kept it from being sent in when it was last written';
comment on column goal.grade is 'by the last complete review sheet of finance';
comment on column goal.resubmit_due is 'last day to send it in again after finance returned it (goal.resubmit.days)';
create unique index one_goal_of_a_project_and_year on goal (project) where adjusts is null;
create index goal_of_year on goal (fiscal_year);

create table goal_indicator (
  id          uuid          primary key,
  goal        uuid          not null references goal on delete cascade,
  line        uuid          not null,
  position    integer       not null,
  code        varchar(60)   not null default '',
  taken       uuid,
  common      boolean       not null default false,
  level1      varchar(60)   not null default '',
  level2      varchar(60)   not null default '',
  level3      varchar(500)  not null default '',
  medium      varchar(1000) not null default '',
  annual      varchar(1000) not null default '',
  weight      numeric(5,2)  check (weight between 0 and 100),
  explanation varchar(2000) not null default '',
  formula     varchar(1000) not null default '',
  standard    varchar(12)   check (standard in ('NATIONAL', 'INDUSTRY', 'LOCAL', 'PLAN', 'HISTORICAL', 'BUDGET', 'OTHER')),
  evidence    varchar(1000) not null default '',
  taking      varchar(20)   check (taking in ('DIRECT_PROOF', 'STATISTICS', 'DESCRIPTION', 'SURVEY', 'TREND')),
  scoring     varchar(20)   check (scoring in ('DIRECT', 'PROPORTION', 'GRADED', 'SATISFACTION')),
  aggregation varchar(12)   check (aggregation in ('SUM', 'EQUAL', 'AVG', 'MIN', 'MAX', 'NONE')),
  core        boolean       not null default false,
  last_year   varchar(1000) not null default '',
  year_before varchar(1000) not null default '',
  note        varchar(2000) not null default '',
  constraint a_line_stands_once_in_a_goal unique (goal, line)
);
comment on column goal_indicator.line is 'key of the line in the form''s cells; an adjustment keeps those of what it adjusts';
comment on column goal_indicator.taken is 'version of the library''s indicator it was taken from';
comment on column goal_indicator.code is 'of the library''s indicator it was taken from; empty for the unit''s own';
create index indicator_by_name on goal_indicator (level3);

create table goal_review_sheet (
  id          uuid         primary key,
  goal        uuid         not null references goal,
  round       integer      not null,
  stage       varchar(20)  not null check (stage in ('FINANCE_FIRST', 'FINANCE_SECOND')),
  scored      boolean      not null,
  entries     jsonb        not null,
  opinion     text         not null default '',
  points      numeric(5,2) check (points between 0 and 100),
  grade       varchar(12)  check (grade in ('EXCELLENT', 'GOOD', 'FAIR', 'POOR')),
  person      uuid         not null,
  person_name varchar(60)  not null,
  at          timestamptz  not null,
  version     integer      not null,
  constraint one_sheet_a_stage_and_round unique (goal, round, stage)
);
comment on table goal_review_sheet is '绩效目标审核表: four aspects, eight items; points for key projects, ticks for the others';

create table goal_opening (
  id          uuid          primary key,
  goal        uuid          not null references goal,
  reason      varchar(1000) not null,
  person      uuid          not null,
  person_name varchar(60)   not null,
  at          timestamptz   not null,
  constraint an_opening_says_why check (length(reason) >= 5)
);
comment on table goal_opening is 'approved goals whose targets the performance office let be adjusted after the cut-off of the second node';
create index opening_of_goal on goal_opening (goal);

create table publication_duty (
  id            uuid          primary key,
  form          uuid          not null unique references review,
  kind          varchar(20)   not null check (kind in ('APPROVED_GOAL', 'ADJUSTED_GOAL')),
  arose_on      date          not null,
  due           date          not null check (due >= arose_on),
  state         varchar(12)   not null check (state in ('OPEN', 'PROPOSED', 'REVIEWED', 'PUBLISHED', 'WITHHELD', 'SUPERSEDED')),
  secrecy       varchar(12)   check (secrecy in ('OPEN', 'PARTLY', 'CLOSED')),
  secrecy_why   varchar(1000) not null default '',
  proposer      uuid,
  proposer_name varchar(60)   not null default '',
  reviewer      uuid,
  reviewer_name varchar(60)   not null default '',
  published_on  date,
  place         varchar(200)  not null default '',
  address       varchar(500)  not null default '',
  changed_at    timestamptz   not null,
  version       integer       not null,
  constraint nothing_is_published_before_its_secrecy_review
    check (state not in ('REVIEWED', 'PUBLISHED', 'WITHHELD') or (secrecy is not null and proposer is not null and reviewer is not null)),
  constraint whoever_proposes_does_not_review check (reviewer <> proposer),
  constraint what_is_closed_is_not_published check (state <> 'PUBLISHED' or (secrecy <> 'CLOSED' and published_on is not null and place <> '')),
  constraint what_is_not_open_says_why check (coalesce(secrecy, 'OPEN') = 'OPEN' or length(secrecy_why) >= 5)
);
comment on table publication_duty is 'what has to be published, until when, by whom it was cleared, and where and when it was';
create index duty_by_state on publication_duty (state, due);

grant select, insert, update, delete on goal, goal_indicator to ${role};
grant select, insert, update on goal_review_sheet, publication_duty to ${role};
-- append-only: what happened stays
grant select, insert on goal_opening to ${role};

-- The prefecture: approved goals as they were reviewed, and whether they were published. What was opened for adjustment stays in
-- the county's own trail.
create view ${eye}.goal with (security_barrier) as
  select * from goal where id in (select id from review where state = 'APPROVED') and (select ${eye}.recorded());
create view ${eye}.goal_indicator with (security_barrier) as
  select * from goal_indicator where goal in (select id from review where state = 'APPROVED') and (select ${eye}.recorded());
create view ${eye}.goal_review_sheet with (security_barrier) as
  select * from goal_review_sheet where goal in (select id from review where state = 'APPROVED') and (select ${eye}.recorded());
create view ${eye}.goal_opening with (security_barrier) as select * from goal_opening where false;
create view ${eye}.publication_duty with (security_barrier) as
  select * from publication_duty where form in (select id from review where state = 'APPROVED') and (select ${eye}.recorded());
grant select on ${eye}.goal, ${eye}.goal_indicator, ${eye}.goal_review_sheet, ${eye}.goal_opening, ${eye}.publication_duty to ${prefecture_role};

-- People from outside are shown no goals: the views are there for the code that asks, and empty.
create view ${guest}.goal with (security_barrier) as select * from goal where false;
create view ${guest}.goal_indicator with (security_barrier) as select * from goal_indicator where false;
create view ${guest}.goal_review_sheet with (security_barrier) as select * from goal_review_sheet where false;
create view ${guest}.goal_opening with (security_barrier) as select * from goal_opening where false;
create view ${guest}.publication_duty with (security_barrier) as select * from publication_duty where false;
grant select on ${guest}.goal, ${guest}.goal_indicator, ${guest}.goal_review_sheet, ${guest}.goal_opening, ${guest}.publication_duty to ${guest_role};

-- what is changed past the application is on the record, here as elsewhere
do $$
declare watched text;
begin
  foreach watched in array array['goal', 'goal_indicator', 'goal_review_sheet', 'goal_opening', 'publication_duty']
  loop
    execute format('create trigger bypass after insert or update or delete on %I for each row
                    when (session_user <> %L or current_user <> %L) execute function note_bypass()',
                   watched, '${application_login}', '${role}');
    execute format('create trigger bypass_whole after truncate on %I for each statement execute function note_bypass()', watched);
  end loop;
end $$;
