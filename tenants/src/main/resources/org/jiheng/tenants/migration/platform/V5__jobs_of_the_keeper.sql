-- What the platform's administrators want done with jurisdictions. The application writes the wish under a role of its own that
-- can do nothing else; the keeper, a process beside the application that alone holds the migration role, carries it out.

alter table platform.jurisdiction
  drop constraint jurisdiction_state_check,
  add constraint jurisdiction_state_check check (state in ('ONBOARDING', 'ACTIVE', 'SUSPENDED', 'QUARANTINED', 'REMOVED')),
  add column state_since  timestamptz not null default now(),
  add column state_reason text        not null default '',
  add column state_before varchar(12) check (state_before in ('ONBOARDING', 'ACTIVE', 'SUSPENDED'));
comment on column platform.jurisdiction.state_reason is 'why it is in this state, in the words of whoever brought it there; people who are kept out read it';
comment on column platform.jurisdiction.state_before is 'of a quarantined one: what it is again when its tables are mended';
create unique index jurisdiction_name_once on platform.jurisdiction (parent, name) nulls not distinct where state <> 'REMOVED';

-- What all jurisdictions share is granted once, to a role every jurisdiction's role inherits: a list of rights that grows with
-- every county would not fit into a row of the catalogue any more at about a thousand.
grant usage on schema platform, rollup to ${jurisdiction_role};
grant select on platform.parameter_template to ${jurisdiction_role};
grant execute on function platform.record_reading to ${jurisdiction_role};
grant select, insert, update, delete on rollup.self_evaluation to ${jurisdiction_role};
grant select, insert, delete on rollup.dirty to ${jurisdiction_role};

create table platform.provisioning_job (
  id              uuid         primary key,
  kind            varchar(12)  not null check (kind in ('ONBOARD', 'RENAME', 'SUSPEND', 'RESUME', 'EXPORT', 'REMOVE', 'MIGRATE')),
  jurisdiction    char(6)      not null check (jurisdiction ~ '^[1-9][0-9]{5}$'),
  prefecture      char(6)      references platform.jurisdiction,
  wanted_by       uuid         not null,
  wanted_username varchar(60)  not null,
  wanted_name     varchar(60)  not null,
  origin          varchar(60)  not null,
  wanted_at       timestamptz  not null default now(),
  by_command      boolean      not null default false,
  reason          varchar(500) not null,
  input           jsonb        not null,
  state           varchar(8)   not null default 'WAITING' check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
  note            text         not null default '',
  result          text         not null default '',
  ended           timestamptz,
  handed_over     timestamptz,
  constraint a_job_says_why check (length(btrim(reason)) >= 5),
  constraint an_ended_job_says_when check ((state in ('DONE', 'FAILED')) = (ended is not null)),
  constraint a_job_without_prefecture_comes_by_command check (prefecture is not null or by_command)
);
create unique index one_job_at_a_time on platform.provisioning_job (jurisdiction) where state in ('WAITING', 'RUNNING');
create index job_of_jurisdiction on platform.provisioning_job (jurisdiction, wanted_at);
comment on column platform.provisioning_job.prefecture is 'on whose behalf, and in whose trail it is written down; empty for a command about a prefecture itself';
comment on column platform.provisioning_job.by_command is 'wanted by whoever holds the migration role; the application cannot say so';
comment on column platform.provisioning_job.note is 'what it waits for, or why it failed: a code, or the words of what broke';
comment on column platform.provisioning_job.handed_over is 'when the export was fetched; that happens once';

create table platform.provisioning_step (
  job    uuid        not null references platform.provisioning_job,
  number integer     not null check (number >= 1),
  name   varchar(20) not null,
  began  timestamptz not null,
  ended  timestamptz not null,
  note   text        not null default '',
  primary key (job, number)
);
comment on table platform.provisioning_step is 'steps that are done; a job taken up again goes on after the last of them';

-- One-time passwords between their making and their first showing. Nobody but the function below and the keeper gets at them.
create table platform.provisioning_secret (
  job     uuid        primary key references platform.provisioning_job,
  content jsonb       not null,
  expires timestamptz not null
);

create function platform.tell_the_keeper() returns trigger language plpgsql set search_path = platform, pg_temp as $$
begin
  perform pg_notify('provisioning_job', new.id::text);
  return null;
end $$;
create trigger tell_the_keeper after insert on platform.provisioning_job for each row execute function platform.tell_the_keeper();

-- An act of administration in the trail of a jurisdiction, if it has one (yet, still).
create function platform.record_administration(trail char(6), job uuid, act text, title text, before text, after text, outcome text, note text)
returns void language plpgsql set search_path = platform, pg_temp as $$
begin
  if to_regclass(format('%I.audit_entry', 'j_' || trail)) is null then
    return;
  end if;
  execute format('insert into %I.audit_entry (id, at, person, username, person_name, acting_for, origin, act, subject, title, before, after, outcome, note)
                  select gen_random_uuid(), clock_timestamp(), j.wanted_by, j.wanted_username, j.wanted_name, coalesce(j.prefecture, j.jurisdiction), j.origin,
                         $2, ''JURISDICTION/'' || j.jurisdiction, $3, $4, $5, $6, $7
                  from platform.provisioning_job j where j.id = $1', 'j_' || trail)
    using job, act, left(title, 200), before, after, outcome, note;
end $$;
revoke all on function platform.record_administration from public;

-- Hands the one-time passwords of a job to the person who wanted it, and forgets them.
create function platform.take_secret(wanted uuid, asker uuid) returns text language plpgsql security definer
set search_path = platform, pg_temp as $$
declare
  given text;
  trail char(6);
begin
  delete from provisioning_secret s using provisioning_job j
    where s.job = wanted and j.id = s.job and j.wanted_by = asker and not j.by_command and s.expires > now()
    returning s.content::text, j.prefecture into given, trail;
  if given is not null then
    perform record_administration(trail, wanted, 'ADMINISTER', 'ONE-TIME PASSWORDS', '', '', 'DONE', '');
  end if;
  return given;
end $$;
revoke all on function platform.take_secret from public;

-- Whether the export of a job may be handed to this person now: to the one who wanted it, once.
create function platform.take_export(wanted uuid, asker uuid) returns boolean language plpgsql security definer
set search_path = platform, pg_temp as $$
declare
  trail char(6);
begin
  update provisioning_job set handed_over = now()
    where id = wanted and kind = 'EXPORT' and state = 'DONE' and wanted_by = asker and not by_command and handed_over is null
    returning prefecture into trail;
  if not found then
    return false;
  end if;
  perform record_administration(trail, wanted, 'EXPORT', 'WHOLE EXPORT', '', '', 'DONE', '');
  return true;
end $$;
revoke all on function platform.take_export from public;

-- Which of these jobs still have passwords to show.
create function platform.has_secret(wanted uuid) returns boolean language sql stable security definer
set search_path = platform, pg_temp
  as $$ select exists (select from provisioning_secret where job = wanted and expires > now()) $$;
revoke all on function platform.has_secret from public;

grant usage on schema platform to ${desk_role};
grant select on platform.jurisdiction, platform.provisioning_job, platform.provisioning_step to ${desk_role};
grant insert (id, kind, jurisdiction, prefecture, wanted_by, wanted_username, wanted_name, origin, reason, input)
  on platform.provisioning_job to ${desk_role};
grant execute on function platform.take_secret, platform.take_export, platform.has_secret to ${desk_role};
