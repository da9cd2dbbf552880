-- Tasks for some units, the days late forms are let in after all, and the reminders of both.

alter table task drop constraint task_once;
alter table task
  add column cut_off      date,
  add column scope        varchar(12)  not null default 'ALL' check (scope in ('ALL', 'DEPARTMENTS', 'CHOSEN')),
  add column issued_by    varchar(60)  not null default '',
  add column issued_at    timestamptz,
  add column state        varchar(10)  not null default 'OPEN' check (state in ('OPEN', 'CLOSED', 'CANCELLED')),
  add column state_reason text         not null default '',
  add column version      integer      not null default 1,
  add constraint data_are_closed_before_they_are_due check (cut_off <= due),
  add constraint a_cancelled_task_says_why check (state <> 'CANCELLED' or length(state_reason) >= 5);
comment on column task.form_type is 'kind of the task; of one that has a form, the form''s type';
comment on column task.cut_off is 'last day of the data that are reported; empty where there is none';
create unique index one_task_for_all_and_one_for_departments on task (fiscal_year, form_type, scope)
  where state <> 'CANCELLED' and scope <> 'CHOSEN';

-- A task asks for projects that were in the library when it was due (S16: what comes in the course of the year has its own way).
alter table project add column entered_on date;
comment on column project.entered_on is 'business day on which it was entered; empty: it was there before this was written down';
create or replace view ${eye}.project with (security_barrier) as select * from project where (select ${eye}.recorded());
create or replace view ${guest}.project with (security_barrier) as
  select id, code, name, unit, fiscal_year, initial_budget, annual_budget, provisional, category, attribute, type, starts, ends, leader,
         ''::varchar(30) as phone, functional_class, basis, content, total_investment, key_project, protection, direct_funds,
         direct_category, upper_document, rural, confidential, completed_on, terminated_on, termination_reason, merged_into, merged_on, version,
         entered_on
  from project where id in (select project from ${guest}.project_window);

create table task_unit (
  task        uuid        not null references task,
  prefix      varchar(21) not null references unit,
  fiscal_year integer     not null,
  form_type   varchar(30) not null,
  live        boolean     not null,
  primary key (task, prefix)
);
comment on table task_unit is 'departments and units a task was issued for, each with what is below it; year and kind are the task''s';
create unique index a_unit_is_named_by_one_task on task_unit (fiscal_year, form_type, prefix) where live;

create table reopening (
  id          uuid         primary key,
  form_type   varchar(30)  not null,
  fiscal_year integer      not null,
  unit        varchar(21)  not null references unit,
  form        uuid         references review,
  until       date         not null,
  reason      varchar(1000) not null constraint a_reopening_says_why check (length(reason) >= 5),
  person      uuid         not null,
  person_name varchar(60)  not null,
  at          timestamptz  not null
);
comment on table reopening is 'late forms let in after all: one, or, without one, all of a unit and what is below it, until a day';
create index reopening_until on reopening (until);

create table reminder (
  id          uuid         primary key,
  task        uuid         not null references task,
  form_type   varchar(30)  not null,
  fiscal_year integer      not null,
  unit        varchar(21)  not null references unit,
  form        uuid         references review,
  title       varchar(200) not null,
  forms       integer      not null check (forms > 0),
  due         date         not null,
  mark        varchar(12)  not null,
  made_on     date         not null,
  at          timestamptz  not null,
  constraint reminded_once_of_each_mark unique nulls not distinct (task, unit, form, due, mark)
);
comment on table reminder is 'what a unit''s people are told before a date and after it';
comment on column reminder.form is 'empty: forms of the task that nobody has begun, so many as forms says';
comment on column reminder.mark is 'how many days before it was to be told, or the day after it on which it was';
create index reminder_of_unit on reminder (unit, at desc);

create table reminder_read (
  reminder uuid        not null references reminder,
  person   uuid        not null,
  at       timestamptz not null,
  primary key (reminder, person)
);

grant select, insert, update, delete on task_unit to ${role};
-- append-only: what happened stays
grant select, insert on reopening, reminder, reminder_read to ${role};

-- The prefecture and people from outside see the dates of forms they may look at. Reopenings, reminders and who has read them are
-- between the office and its units and are not shown to either.
create or replace view ${eye}.task with (security_barrier) as select * from task where (select ${eye}.recorded());
create view ${eye}.task_unit with (security_barrier) as select * from task_unit where (select ${eye}.recorded());
grant select on ${eye}.task_unit to ${prefecture_role};
create or replace view ${guest}.task with (security_barrier) as
  select * from task where exists (select from ${guest}.engagement);
create view ${guest}.task_unit with (security_barrier) as
  select * from task_unit where exists (select from ${guest}.engagement);
grant select on ${guest}.task_unit to ${guest_role};

-- what is changed past the application is on the record, here as elsewhere; reminders change nothing that counts
do $$
declare watched text;
begin
  foreach watched in array array['task_unit', 'reopening']
  loop
    execute format('create trigger bypass after insert or update or delete on %I for each row
                    when (session_user <> %L or current_user <> %L) execute function note_bypass()', watched, '${application_login}', '${role}');
    execute format('create trigger bypass_whole after truncate on %I for each statement execute function note_bypass()', watched);
  end loop;
end $$;
