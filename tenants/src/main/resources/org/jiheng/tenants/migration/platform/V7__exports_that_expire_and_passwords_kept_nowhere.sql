-- Exports are kept for a time, are handed over when the last byte went out, and every fetching is on record. One-time passwords are
-- made at the moment of their showing and stand nowhere before or after: what is kept is only for whom one may be made.

-- What was kept before this in plain text is worth nothing any more: whoever still waits for a password has one made anew. The
-- application of the version before can show none until it is replaced; everything else at its desk works.
drop function platform.take_secret(uuid, uuid);
drop table platform.provisioning_secret;

create table platform.awaited_password (
  job     uuid        not null references platform.provisioning_job,
  person  uuid        not null references platform.person,
  expires timestamptz not null,
  primary key (job, person)
);
comment on table platform.awaited_password is 'for whom whoever wanted the job may have a first password made; gone once it was shown';

create or replace function platform.has_secret(wanted uuid) returns boolean language sql stable security definer
set search_path = platform, pg_temp
  as $$ select exists (select from awaited_password where job = wanted and expires > now()) $$;

-- For whom the person who wanted the job may have a first password made now; they are forgotten with this answer. Whoever has been
-- signed in already has a password of their own, which is nobody's to replace here.
create function platform.take_awaited(wanted uuid, asker uuid) returns table (person uuid, username varchar)
language plpgsql security definer set search_path = platform, pg_temp as $$
declare
  trail char(6);
  taken uuid[];
begin
  select j.prefecture into trail from provisioning_job j where j.id = wanted and j.wanted_by = asker and not j.by_command;
  if not found then
    return;
  end if;
  with gone as (delete from awaited_password a where a.job = wanted and a.expires > now() returning a.person)
    select array_agg(g.person) into taken from gone g;
  if taken is null then
    return;
  end if;
  perform record_administration(trail, wanted, 'ADMINISTER', 'ONE-TIME PASSWORDS', '', '', 'DONE', '');
  return query select p.id, p.username from person p
    where p.id = any (taken) and not exists (select from last_sign_in s where s.person = p.id) order by p.username;
end $$;
revoke all on function platform.take_awaited from public;

alter table platform.provisioning_job add column kept_until timestamptz;
comment on column platform.provisioning_job.kept_until is 'of an export: until then its file is kept';
comment on column platform.provisioning_job.handed_over is 'when the last byte of the export went out; that happens once';
update platform.provisioning_job set kept_until = now() + interval '72 hours' where kind = 'EXPORT' and state = 'DONE';

-- An act of administration in every trail it concerns: the prefecture's and the jurisdiction's own.
create function platform.record_export(wanted uuid, what text) returns void language plpgsql set search_path = platform, pg_temp as $$
begin
  perform record_administration(trail, j.id, 'EXPORT', 'WHOLE EXPORT', '', '', 'DONE', what)
    from provisioning_job j cross join lateral (select distinct unnest(array[j.jurisdiction, j.prefecture]) as trail) trails
    where j.id = wanted and trail is not null;
end $$;
revoke all on function platform.record_export from public;

-- Whether the export of a job may go out to this person now: to the one who wanted it, as often as it did not go out whole. On record
-- before its first byte.
create function platform.open_export(wanted uuid, asker uuid) returns boolean language plpgsql security definer
set search_path = platform, pg_temp as $$
begin
  perform from provisioning_job where id = wanted and kind = 'EXPORT' and state = 'DONE' and wanted_by = asker and not by_command
    and handed_over is null and kept_until > now();
  if not found then
    return false;
  end if;
  perform record_export(wanted, 'BEGUN');
  return true;
end $$;
revoke all on function platform.open_export from public;

-- The last byte went out.
create or replace function platform.take_export(wanted uuid, asker uuid) returns boolean language plpgsql security definer
set search_path = platform, pg_temp as $$
begin
  update provisioning_job set handed_over = now()
    where id = wanted and kind = 'EXPORT' and state = 'DONE' and wanted_by = asker and not by_command and handed_over is null;
  if not found then
    return false;
  end if;
  perform record_export(wanted, 'HANDED OVER');
  return true;
end $$;

grant execute on function platform.take_awaited, platform.open_export to ${desk_role};
