-- The audit trail of a jurisdiction. The jurisdiction's role may only add to it; reading it takes the audit role, which the
-- application takes for the audit administrator and for the worker that chains the entries.

create table audit_entry (
  id          uuid         primary key,
  at          timestamptz  not null,
  person      uuid         not null,
  username    varchar(60)  not null,
  person_name varchar(60)  not null,
  acting_for  varchar(20)  not null,
  origin      varchar(60)  not null,
  act         varchar(20)  not null check (act in ('SIGN_IN', 'SIGN_OUT', 'READ', 'BEGIN', 'CHANGE', 'DECIDE', 'IMPORT', 'EXPORT',
                                                   'ADMINISTER', 'VERIFY', 'BYPASS')),
  subject     varchar(200) not null,
  title       varchar(200) not null,
  before      text         not null default '',
  after       text         not null default '',
  outcome     varchar(10)  not null check (outcome in ('DONE', 'REFUSED', 'FAILED')),
  note        text         not null default ''
);
comment on table audit_entry is 'who did what, when, from where, before and after; only ever added to';
comment on column audit_entry.acting_for is 'jurisdiction the person acts for: another one''s when an overseer reads here';
comment on column audit_entry.at is 'time of the server, never the business date';
create index audit_entry_at on audit_entry (at, id);

create table audit_link (
  number   bigint   primary key check (number >= 1),
  entry    uuid     not null unique references audit_entry,
  previous char(64) not null,
  digest   char(64) not null
);
comment on table audit_link is 'the chain: the digest of each entry covers the digest before it';

create table audit_check (
  id       uuid        primary key,
  at       timestamptz not null default clock_timestamp(),
  by_whom  varchar(60) not null,
  followed bigint      not null check (followed >= 0),
  head     char(64)    not null,
  broken   bigint      check (broken >= 1),
  fault    varchar(20),
  constraint a_broken_chain_says_how check ((broken is null) = (fault is null))
);
comment on table audit_check is 'what following the whole chain has shown, and how long it was: a later one is never shorter';

grant insert on audit_entry to ${role};
grant usage on schema ${schema} to ${audit_role};
grant select on audit_entry, audit_link, audit_check to ${audit_role};
grant insert on audit_link, audit_check to ${audit_role};

-- What is changed past the application, by whoever may sign in to the database, is on the record too.
create function note_bypass() returns trigger language plpgsql security definer set search_path = ${schema}, pg_temp as $$
begin
  insert into audit_entry (id, at, person, username, person_name, acting_for, origin, act, subject, title, before, after, outcome, note)
  values (gen_random_uuid(), clock_timestamp(), '00000000-0000-0000-0000-000000000000', left(session_user, 60), left(session_user, 60),
          'database', coalesce(host(inet_client_addr()), 'local'), 'BYPASS', tg_table_name, tg_table_name,
          case when tg_op in ('UPDATE', 'DELETE') then to_jsonb(old)::text else '' end,
          case when tg_op in ('INSERT', 'UPDATE') then to_jsonb(new)::text else '' end, 'DONE', tg_op);
  return null;
end $$;

-- Every table of the work. drafts and commands are kept out: they change nothing that counts.
do $$
declare watched text;
begin
  foreach watched in array array['unit', 'project', 'task', 'holiday', 'parameter', 'review', 'review_step', 'cell_note',
                                 'form_version', 'self_evaluation', 'self_evaluation_indicator']
  loop
    execute format('create trigger bypass after insert or update or delete on %I for each row
                    when (session_user <> %L or current_user <> %L) execute function note_bypass()', watched, '${application_login}', '${role}');
    execute format('create trigger bypass_whole after truncate on %I for each statement execute function note_bypass()', watched);
  end loop;
end $$;

-- The trail itself: whoever could change it, its owner, leaves a trace; so does who adds to it past the application.
do $$
declare kept text;
begin
  foreach kept in array array['audit_entry', 'audit_link', 'audit_check']
  loop
    execute format('create trigger bypass after update or delete on %I for each row execute function note_bypass()', kept);
    execute format('create trigger bypass_whole after truncate on %I for each statement execute function note_bypass()', kept);
  end loop;
end $$;
create trigger bypass_added after insert on audit_entry for each row
  when (session_user <> '${application_login}' and new.act <> 'BYPASS') execute function note_bypass();
create trigger bypass_added after insert on audit_link for each row
  when (session_user <> '${application_login}') execute function note_bypass();

-- The prefecture's eye opens only for a reading that is on the record here: the transaction names the entry, and it is looked
-- up, so that no statement of the overseer's role, whoever wrote it, reads without leaving its trace first.
create function ${eye}.recorded() returns boolean language plpgsql stable security definer set search_path = ${schema}, pg_temp as $$
begin
  if exists (select from audit_entry
             where id = nullif(current_setting('jiheng.reading', true), '')::uuid and acting_for = platform.code_of_role()
               and act in ('READ', 'EXPORT') and outcome = 'DONE' and at > now() - interval '5 minutes') then
    return true;
  end if;
  raise exception 'this reading is not on the record of the county' using errcode = 'insufficient_privilege';
end $$;
revoke all on function ${eye}.recorded() from public;
grant execute on function ${eye}.recorded() to ${prefecture_role};

create or replace view ${eye}.unit with (security_barrier) as select * from unit where (select ${eye}.recorded());
create or replace view ${eye}.project with (security_barrier) as select * from project where (select ${eye}.recorded());
create or replace view ${eye}.task with (security_barrier) as select * from task where (select ${eye}.recorded());
create or replace view ${eye}.holiday with (security_barrier) as select * from holiday where (select ${eye}.recorded());
create or replace view ${eye}.parameter with (security_barrier) as select * from parameter where (select ${eye}.recorded());
create or replace view ${eye}.review with (security_barrier) as
  select * from review where state = 'APPROVED' and (select ${eye}.recorded());
create or replace view ${eye}.review_step with (security_barrier) as
  select * from review_step where review in (select id from review where state = 'APPROVED') and (select ${eye}.recorded());
create or replace view ${eye}.cell_note with (security_barrier) as
  select * from cell_note where state <> 'DRAFT' and review in (select id from review where state = 'APPROVED') and (select ${eye}.recorded());
create or replace view ${eye}.form_version with (security_barrier) as
  select * from form_version where review in (select id from review where state = 'APPROVED') and (select ${eye}.recorded());
create or replace view ${eye}.self_evaluation with (security_barrier) as
  select * from self_evaluation where id in (select id from review where state = 'APPROVED') and (select ${eye}.recorded());
create or replace view ${eye}.self_evaluation_indicator with (security_barrier) as
  select * from self_evaluation_indicator
  where self_evaluation in (select id from review where state = 'APPROVED') and (select ${eye}.recorded());
