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

-- For whom of them one may be made now. Whoever has been signed in already has a password of their own, which is nobody's to replace
-- here; whom the jurisdiction has disabled, or let go, no password of this job lets in again.
create function platform.awaiting(wanted uuid) returns table (person uuid, username varchar) language sql stable
set search_path = platform, pg_temp as $$
  select p.id, p.username from awaited_password a
    join provisioning_job j on j.id = a.job
    join staff s on s.person = a.person and s.jurisdiction = j.jurisdiction and s.disabled_since is null
    join person p on p.id = a.person
    where a.job = wanted and a.expires > now() and not exists (select from last_sign_in l where l.person = p.id)
    order by p.username
$$;
revoke all on function platform.awaiting from public;

create or replace function platform.has_secret(wanted uuid) returns boolean language sql stable security definer
set search_path = platform, pg_temp
  as $$ select exists (select from awaiting(wanted)) $$;

-- What was done for a job in every trail it concerns: the prefecture's and the jurisdiction's own.
create function platform.record_in_its_trails(wanted uuid, act text, title text, what text) returns void language plpgsql
set search_path = platform, pg_temp as $$
begin
  perform record_administration(trail, j.id, act, title, '', '', 'DONE', what)
    from provisioning_job j cross join lateral (select distinct unnest(array[j.jurisdiction, j.prefecture]) as trail) trails
    where j.id = wanted and trail is not null;
end $$;
revoke all on function platform.record_in_its_trails from public;

-- First passwords were made for these user names: on record with them, if there are any, and nobody waits for one of this job any more.
create function platform.passwords_made(wanted uuid, made text[]) returns void language plpgsql set search_path = platform, pg_temp as $$
begin
  delete from awaited_password where job = wanted;
  if cardinality(made) > 0 then
    perform record_in_its_trails(wanted, 'ADMINISTER', 'ONE-TIME PASSWORDS', array_to_string(made, ', '));
  end if;
end $$;
revoke all on function platform.passwords_made from public;

-- For whom the person who wanted the job may have a first password made now. Until the end of the transaction nobody else is told, so
-- that each is made once.
create function platform.open_awaited(wanted uuid, asker uuid) returns table (person uuid, username varchar)
language plpgsql security definer set search_path = platform, pg_temp as $$
begin
  perform from provisioning_job j where j.id = wanted and j.wanted_by = asker and not j.by_command;
  if found then
    perform from awaited_password a where a.job = wanted for update;
    return query select w.person, w.username from awaiting(wanted) w;
  end if;
end $$;
revoke all on function platform.open_awaited from public;

-- They were made for these of them.
create function platform.take_awaited(wanted uuid, asker uuid, made text[]) returns void language plpgsql security definer
set search_path = platform, pg_temp as $$
begin
  perform from provisioning_job j where j.id = wanted and j.wanted_by = asker and not j.by_command;
  if found then
    -- whoever did not wait for one is not put on record by this word
    perform passwords_made(wanted, array(select p.username::text from awaited_password a join person p on p.id = a.person
      where a.job = wanted and p.username = any (made) order by p.username));
  end if;
end $$;
revoke all on function platform.take_awaited from public;

alter table platform.provisioning_job add column kept_until timestamptz;
comment on column platform.provisioning_job.kept_until is 'of an export: until then its file is kept';
comment on column platform.provisioning_job.handed_over is 'when the last byte of the export went out for the first time; from then on none is begun';
update platform.provisioning_job set kept_until = now() + interval '72 hours' where kind = 'EXPORT' and state = 'DONE';

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
  perform record_in_its_trails(wanted, 'EXPORT', 'WHOLE EXPORT', 'BEGUN');
  return true;
end $$;
revoke all on function platform.open_export from public;

-- The last byte went out. Two that were begun at the same time both end here, and both are on record; the first closes the export.
create or replace function platform.take_export(wanted uuid, asker uuid) returns boolean language plpgsql security definer
set search_path = platform, pg_temp as $$
begin
  update provisioning_job set handed_over = coalesce(handed_over, now())
    where id = wanted and kind = 'EXPORT' and state = 'DONE' and wanted_by = asker and not by_command;
  if not found then
    return false;
  end if;
  perform record_in_its_trails(wanted, 'EXPORT', 'WHOLE EXPORT', 'HANDED OVER');
  return true;
end $$;

grant execute on function platform.open_awaited, platform.take_awaited, platform.open_export to ${desk_role};
