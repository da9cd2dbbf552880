-- Whoever looks after the platform has no business data of a county (DOMAIN 12). So the whole export of a county is handed over only
-- when the county's own security administrator has agreed, on record in the county's trail under that name. Where nobody gets into the
-- county any more, because it is suspended or its tables are broken, the word is that of the prefecture's security administrator: another
-- person than who wanted it in any case. What was exported before this and not fetched is handed to nobody without that word.
alter table platform.provisioning_job
  add column agreed        boolean,
  add column answered_by   uuid references platform.person,
  add column answered_name varchar(60),
  add column answered_in   char(6) references platform.jurisdiction,
  add column answered_at   timestamptz,
  add constraint an_answer_says_whose_it_is check (
    (agreed is null) = (answered_by is null) and (agreed is null) = (answered_name is null)
    and (agreed is null) = (answered_in is null) and (agreed is null) = (answered_at is null)),
  add constraint nobody_agrees_with_themselves check (answered_by <> wanted_by);
comment on column platform.provisioning_job.agreed is 'of an export wanted at the screen: whether it may be handed over; empty as long as nobody has said';
comment on column platform.provisioning_job.answered_in is 'whose security administrator has said so: the county itself, or its prefecture';

-- Whose security administrator is asked about the export of a job now; nobody's if there is nothing to ask. What the county has refused
-- within thirty days is not asked of somebody else, whatever becomes of the county meanwhile.
create function platform.export_asks(wanted uuid) returns char(6) language sql stable security definer
set search_path = platform, pg_temp as $$
  select case when j.state = 'ACTIVE' and holds_office(null, j.code, 'SECURITY_ADMIN') then j.code
      when exists (select from provisioning_job refused where refused.jurisdiction = j.code and not refused.agreed and refused.answered_in = j.code
          and refused.answered_at > now() - interval '30 days') then null
      else w.prefecture end
  from provisioning_job w join jurisdiction j on j.code = w.jurisdiction
  where w.id = wanted and w.kind = 'EXPORT' and w.state = 'DONE' and not w.by_command and w.agreed is null
    and w.handed_over is null and w.kept_until > now()
$$;
revoke all on function platform.export_asks from public;

-- What the one who is asked says, in both trails under that person's name. A refusal ends the time of the file. False if this person is
-- not, or no longer, the one who is asked.
create function platform.answer_export(wanted uuid, by_whom uuid, there char(6), came_from text, agrees boolean, what text)
returns boolean language plpgsql security definer set search_path = platform, pg_temp as $$
declare
  trail char(6);
begin
  perform from provisioning_job where id = wanted for update;
  if export_asks(wanted) is distinct from there or not holds_office(by_whom, there, 'SECURITY_ADMIN') then
    return false;
  end if;
  update provisioning_job j set agreed = agrees, answered_by = p.id, answered_name = p.name, answered_in = there, answered_at = now(),
      kept_until = case when agrees then j.kept_until else now() end
    from person p where j.id = wanted and p.id = by_whom and j.wanted_by <> p.id;
  if not found then
    return false;
  end if;
  for trail in select distinct unnest(array[jurisdiction, prefecture]) from provisioning_job where id = wanted loop
    if to_regclass(format('%I.audit_entry', 'j_' || trail)) is not null then
      execute format('insert into %I.audit_entry (id, at, person, username, person_name, acting_for, origin, act, subject, title, before, after, outcome, note)
                      select gen_random_uuid(), clock_timestamp(), p.id, p.username, p.name, $3, $4,
                             ''EXPORT'', ''JURISDICTION/'' || j.jurisdiction, ''WHOLE EXPORT'', '''', '''', ''DONE'', $5
                      from platform.provisioning_job j, platform.person p where j.id = $1 and p.id = $2', 'j_' || trail)
        using wanted, by_whom, there, came_from, what;
    end if;
  end loop;
  return true;
end $$;
revoke all on function platform.answer_export from public;

-- As before, and only what was agreed to.
create or replace function platform.open_export(wanted uuid, asker uuid) returns boolean language plpgsql security definer
set search_path = platform, pg_temp as $$
begin
  perform from provisioning_job where id = wanted and kind = 'EXPORT' and state = 'DONE' and wanted_by = asker and not by_command
    and agreed and handed_over is null and kept_until > now();
  if not found then
    return false;
  end if;
  perform record_in_its_trails(wanted, 'EXPORT', 'WHOLE EXPORT', 'BEGUN');
  return true;
end $$;
create or replace function platform.take_export(wanted uuid, asker uuid) returns boolean language plpgsql security definer
set search_path = platform, pg_temp as $$
begin
  update provisioning_job set handed_over = coalesce(handed_over, now())
    where id = wanted and kind = 'EXPORT' and state = 'DONE' and wanted_by = asker and not by_command and agreed;
  if not found then
    return false;
  end if;
  perform record_in_its_trails(wanted, 'EXPORT', 'WHOLE EXPORT', 'HANDED OVER');
  return true;
end $$;

grant execute on function platform.export_asks, platform.answer_export to ${desk_role};
