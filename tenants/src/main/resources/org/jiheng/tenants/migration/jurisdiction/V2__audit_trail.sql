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
  act         varchar(20)  not null check (act in ('SIGN_IN', 'SIGN_OUT', 'READ', 'CHANGE', 'DECIDE', 'EXPORT', 'ADMINISTER', 'BYPASS')),
  subject     varchar(160) not null,
  title       varchar(200) not null,
  before      text         not null default '',
  after       text         not null default '',
  outcome     varchar(10)  not null check (outcome in ('DONE', 'REFUSED', 'FAILED')),
  note        text         not null default ''
);
comment on table audit_entry is 'who did what, when, from where, before and after; only ever added to';
comment on column audit_entry.acting_for is 'jurisdiction the person acts for: another one''s when an overseer reads here';
comment on column audit_entry.at is 'time of the server, never the business date';
create index audit_entry_at on audit_entry (at);

create table audit_link (
  number   bigint   primary key check (number >= 1),
  entry    uuid     not null unique references audit_entry,
  previous char(64) not null,
  digest   char(64) not null
);
comment on table audit_link is 'the chain: the digest of each entry covers the digest before it';

grant insert on audit_entry to ${role};
grant usage on schema ${schema} to ${audit_role};
grant select on audit_entry, audit_link to ${audit_role};
grant insert on audit_link to ${audit_role};

-- What is changed past the application, by whoever may sign in to the database, is on the record too.
create function note_bypass() returns trigger language plpgsql security definer set search_path = ${schema}, pg_temp as $$
begin
  insert into audit_entry (id, at, person, username, person_name, acting_for, origin, act, subject, title, before, after, outcome, note)
  values (gen_random_uuid(), clock_timestamp(), '00000000-0000-0000-0000-000000000000', left(session_user, 60), left(session_user, 60),
          'database', coalesce(host(inet_client_addr()), 'local'), 'BYPASS', tg_table_name, tg_table_name,
          case when tg_op = 'INSERT' then '' else to_jsonb(old)::text end,
          case when tg_op = 'DELETE' then '' else to_jsonb(new)::text end, 'DONE', tg_op);
  return null;
end $$;

do $$
declare watched text;
begin
  foreach watched in array array['unit', 'project', 'task', 'holiday', 'parameter', 'review', 'review_step', 'cell_note',
                                 'form_version', 'self_evaluation', 'self_evaluation_indicator']
  loop
    execute format('create trigger bypass after insert or update or delete on %I for each row when (current_user <> %L) execute function note_bypass()',
                   watched, '${role}');
  end loop;
end $$;
-- the trail itself cannot be changed by anybody but its owner, and that is on the record
create trigger bypass after update or delete on audit_entry for each row execute function note_bypass();
create trigger bypass after update or delete on audit_link for each row execute function note_bypass();
