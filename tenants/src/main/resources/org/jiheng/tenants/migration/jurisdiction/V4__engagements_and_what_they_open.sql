-- Third parties under contract: what a contract says, who looks at which projects while it lasts, and what they hand in. People
-- from outside act under a role that has no right to any table; they see views that hold what their engagements cover.

alter table review add column project uuid references project;
comment on column review.project is 'the project the form is about; empty for a form about something else';
alter table review disable trigger bypass;
update review set project = s.project from self_evaluation s where s.id = review.id;
alter table review enable trigger bypass;
create index review_of_project on review (project);
create or replace view ${eye}.review with (security_barrier) as
  select * from review where state = 'APPROVED' and (select ${eye}.recorded());

create table project_party (
  id          uuid         primary key,
  project     uuid         not null references project,
  uscc        char(18)     not null check (uscc ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  name        varchar(120) not null,
  part        varchar(20)  not null check (part in ('SUPPLIER', 'AUDITOR', 'CONSULTANT')),
  since       date         not null,
  until       date         check (until >= since),
  constraint party_once unique (project, uscc, part, since)
);
comment on table project_party is 'who delivers to, audits or advises a project';

create table engagement (
  id                 uuid         primary key,
  contract_number    varchar(60)  not null,
  procurement_number varchar(60)  not null default '',
  kind               varchar(20)  not null check (kind in ('RE_EVALUATION', 'KEY_EVALUATION', 'EX_ANTE', 'PANEL')),
  firm               uuid,
  firm_name          varchar(120) not null default '',
  firm_uscc          varchar(18)  not null default '',
  lead_evaluator     uuid,
  lead_name          varchar(60)  not null default '',
  client             varchar(120) not null,
  client_unit        varchar(21)  references unit,
  opens              date         not null,
  closes             date         not null,
  report_from        date         not null,
  report_until       date         not null,
  acceptance         date         not null,
  grace_days         integer      not null check (grace_days >= 0),
  declared_on        date,
  declaration        uuid,
  checked_on         date,
  verdict            varchar(20)  check (verdict in ('CLEAR', 'WARNED', 'BLOCKED')),
  findings           jsonb,
  granted_on         date,
  accepted_on        date,
  ended_on           date,
  version            integer      not null,
  constraint contract_number_once unique (contract_number),
  constraint a_window_has_an_end check (closes >= opens),
  constraint reports_are_written_inside_the_window check (report_from >= opens and report_until <= closes and report_until >= report_from),
  constraint access_ends_after_acceptance check (closes <= acceptance + grace_days),
  constraint a_firm_or_a_panel check ((kind = 'PANEL') = (firm is null)),
  constraint no_access_without_declaration_and_check
    check (granted_on is null or (declared_on is not null and declaration is not null and coalesce(verdict, '') in ('CLEAR', 'WARNED')))
);
comment on column engagement.firm is 'in the register of the prefecture; name and code are those of the day of the contract';
comment on column engagement.client_unit is 'the department that commissioned it; empty: the finance bureau itself';
comment on column engagement.acceptance is 'when the report is to be accepted; access ends grace_days later at the latest';

create table engagement_project (
  engagement uuid not null references engagement,
  project    uuid not null references project,
  primary key (engagement, project)
);

create table engagement_person (
  engagement uuid        not null references engagement,
  person     uuid        not null,
  name       varchar(60) not null,
  primary key (engagement, person)
);

create table engagement_step (
  id          uuid         primary key,
  engagement  uuid         not null references engagement,
  move        varchar(20)  not null,
  person      uuid         not null,
  person_name varchar(60)  not null,
  at          timestamptz  not null,
  comment     varchar(1000) not null default '',
  constraint a_changed_window_says_why check (move not in ('EXTEND', 'END') or length(comment) >= 5)
);
create index step_of_engagement on engagement_step (engagement, at);

create table attachment (
  id         uuid         primary key,
  subject    uuid         not null,
  file_name  varchar(200) not null,
  media_type varchar(100) not null,
  size       integer      not null check (size > 0),
  sha256     char(64)     not null,
  content    bytea        not null,
  at         timestamptz  not null,
  by_name    varchar(60)  not null,
  constraint whole check (length(content) = size)
);
comment on table attachment is 'files people handed in; kept under a random name, never changed';
create index attachment_of_subject on attachment (subject);

create table engagement_report (
  id          uuid          primary key,
  engagement  uuid          not null references engagement,
  kind        varchar(20)   not null check (kind in ('WORK_PLAN', 'DRAFT_REPORT', 'FINAL_REPORT', 'OPINION', 'OTHER')),
  title       varchar(200)  not null,
  text        text          not null default '',
  attachment  uuid          references attachment,
  person      uuid          not null,
  person_name varchar(60)   not null,
  at          timestamptz   not null,
  constraint a_report_says_something check (text <> '' or attachment is not null)
);
create index report_of_engagement on engagement_report (engagement, at);

create table engagement_access (
  id          uuid         primary key,
  engagement  uuid         not null references engagement,
  person      uuid         not null,
  person_name varchar(60)  not null,
  at          timestamptz  not null,
  subject     varchar(160) not null,
  title       varchar(200) not null
);
comment on table engagement_access is 'what people from outside looked at, for the client; the audit trail has it too';
create index access_of_engagement on engagement_access (engagement, at);

create table project_window (
  engagement uuid not null references engagement,
  project    uuid not null references project,
  primary key (engagement, project)
);
comment on table project_window is 'projects an engagement opens to its people; a row is there only while it may';
create index window_of_project on project_window (project);

grant select, insert, update, delete on project_party, engagement_project, engagement_person, project_window to ${role};
grant select, insert, update on engagement to ${role};
-- append-only: what happened stays
grant select, insert on engagement_step, attachment, engagement_report, engagement_access to ${role};

-- What people from outside see. The seam says by which engagements they came in (the registry named them for this request); the
-- views ask besides that the window was granted and has not been ended. Without a word of the seam they are empty.
create schema if not exists ${guest};
create view ${guest}.engagement with (security_barrier) as
  select * from engagement
  where id = any (string_to_array(nullif(current_setting('jiheng.engagements', true), ''), ',')::uuid[])
    and granted_on is not null and ended_on is null;
create view ${guest}.project_window with (security_barrier) as
  select * from project_window where engagement in (select id from ${guest}.engagement);
create view ${guest}.engagement_project with (security_barrier) as
  select * from engagement_project where engagement in (select id from ${guest}.engagement);
create view ${guest}.engagement_person with (security_barrier) as
  select * from engagement_person where engagement in (select id from ${guest}.engagement);
create view ${guest}.engagement_step with (security_barrier) as select * from engagement_step where false;
create view ${guest}.engagement_report with (security_barrier) as
  select * from engagement_report where engagement in (select id from ${guest}.engagement)
  with cascaded check option;
create view ${guest}.attachment with (security_barrier) as
  select * from attachment where subject in (select id from ${guest}.engagement)
  with cascaded check option;
create view ${guest}.engagement_access with (security_barrier) as
  select * from engagement_access where engagement in (select id from ${guest}.engagement)
  with cascaded check option;
create view ${guest}.project with (security_barrier) as
  select * from project where id in (select project from ${guest}.project_window);
create view ${guest}.project_party with (security_barrier) as select * from project_party where false;
create view ${guest}.unit with (security_barrier) as
  select * from unit u where exists (select from ${guest}.project p where p.unit like u.code || '%');
create view ${guest}.task with (security_barrier) as select * from task;
create view ${guest}.holiday with (security_barrier) as select * from holiday;
create view ${guest}.parameter with (security_barrier) as select * from parameter;
create view ${guest}.review with (security_barrier) as
  select * from review where round > 0 and state <> 'DRAFT' and project in (select project from ${guest}.project_window);
create view ${guest}.review_step with (security_barrier) as
  select * from review_step where review in (select id from ${guest}.review);
create view ${guest}.cell_note with (security_barrier) as
  select * from cell_note where state <> 'DRAFT' and review in (select id from ${guest}.review);
create view ${guest}.form_version with (security_barrier) as
  select * from form_version where review in (select id from ${guest}.review);
create view ${guest}.draft with (security_barrier) as select * from draft where false;
create view ${guest}.command with (security_barrier) as select * from command where false;
create view ${guest}.self_evaluation with (security_barrier) as
  select * from self_evaluation where id in (select id from ${guest}.review);
create view ${guest}.self_evaluation_indicator with (security_barrier) as
  select * from self_evaluation_indicator where self_evaluation in (select id from ${guest}.review);
-- what they do goes into the trail; they see none of it
create view ${guest}.audit_entry with (security_barrier) as select * from audit_entry;
grant usage on schema ${guest} to ${guest_role};
grant select on all tables in schema ${guest} to ${guest_role};
revoke select on ${guest}.audit_entry, ${guest}.engagement_access from ${guest_role};
grant insert on ${guest}.audit_entry, ${guest}.engagement_report, ${guest}.attachment, ${guest}.engagement_access to ${guest_role};

-- what is changed past the application is on the record, here as elsewhere
do $$
declare watched text;
begin
  foreach watched in array array['project_party', 'engagement', 'engagement_project', 'engagement_person', 'engagement_step',
                                 'engagement_report', 'engagement_access', 'project_window', 'attachment']
  loop
    execute format('create trigger bypass after insert or update or delete on %I for each row
                    when (session_user <> %L or current_user not in (%L, %L)) execute function note_bypass()',
                   watched, '${application_login}', '${role}', '${guest_role}');
    execute format('create trigger bypass_whole after truncate on %I for each statement execute function note_bypass()', watched);
  end loop;
end $$;
