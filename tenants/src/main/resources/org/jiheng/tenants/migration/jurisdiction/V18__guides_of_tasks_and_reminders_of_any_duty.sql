-- What finance says to a task, version by version; and reminders of whatever has a day of its own, not of forms alone.

create table task_guide (
  task    uuid          not null references task,
  number  integer       not null check (number > 0),
  text    varchar(8000) not null,
  by_name varchar(60)   not null,
  at      timestamptz   not null,
  primary key (task, number)
);
comment on table task_guide is '编报说明: what finance tells those who fill in the forms of a task (S9); the highest number counts, the others stay';

create table task_guide_file (
  task       uuid    not null,
  number     integer not null,
  attachment uuid    not null references attachment,
  primary key (task, number, attachment),
  constraint a_file_goes_with_a_version_of_a_guide foreign key (task, number) references task_guide
);
comment on table task_guide_file is 'files that go with a version of a guide; a later version may keep them or leave them out';

-- append-only: a guide changes by another version
grant select, insert on task_guide, task_guide_file to ${role};

-- What an office says to its units is between them: neither the prefecture, looking in, nor people with a window are shown it.
create view ${guest}.task_guide with (security_barrier) as select * from task_guide where false;
create view ${guest}.task_guide_file with (security_barrier) as select * from task_guide_file where false;
grant select on ${guest}.task_guide, ${guest}.task_guide_file to ${guest_role};

alter table task add column guided boolean not null default false;
comment on column task.guided is 'whether its latest guide says anything, so that lists of many know it without asking';
create or replace view ${eye}.task with (security_barrier) as select * from task where (select ${eye}.recorded());
create or replace view ${guest}.task with (security_barrier) as
  select * from task where exists (select from ${guest}.engagement);

-- Reminders: of a task's forms, or of another thing; to people who fill in forms, or to those of another role.
alter table reminder
  alter column task drop not null,
  alter column unit drop not null,
  add column thing uuid,
  add column role  varchar(30) not null default 'UNIT_CLERK',
  add constraint a_reminder_is_of_a_task_or_of_another_thing check ((task is null) <> (thing is null)),
  drop constraint reminded_once_of_each_mark,
  add constraint reminded_once_of_each_mark unique nulls not distinct (task, unit, form, thing, role, due, mark);
comment on column reminder.thing is 'what is to be done, if it is no form of a task';
comment on column reminder.unit is 'empty: the jurisdiction''s own, to be done by finance';
comment on column reminder.role is 'who is reminded';
create index reminder_of_role on reminder (role, at desc) where unit is null;
create index reminder_of_thing on reminder (thing, role, at desc) where thing is not null;

-- what is changed past the application is on the record, here as elsewhere
do $$
declare watched text;
begin
  foreach watched in array array['task_guide', 'task_guide_file']
  loop
    execute format('create trigger bypass after insert or update or delete on %I for each row
                    when (session_user <> %L or current_user <> %L) execute function note_bypass()', watched, '${application_login}', '${role}');
    execute format('create trigger bypass_whole after truncate on %I for each statement execute function note_bypass()', watched);
  end loop;
end $$;
