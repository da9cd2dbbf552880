-- An overseer's reading goes into the trail of the county that is read. The overseer's role cannot write there; this function,
-- owned by the migration role, writes the one row and only for a county the role oversees. It adds what the form is called, which
-- the overseer does not know before having read it.
create function platform.record_reading(
  county char(6), entry uuid, person uuid, username text, person_name text, origin text, act text,
  subject text, title text, outcome text, note text)
returns void language plpgsql security definer set search_path = platform, pg_temp as $$
begin
  if platform.parent_of(county) is distinct from platform.code_of_role() then
    raise exception 'not an overseer of %', county using errcode = 'insufficient_privilege';
  end if;
  if act not in ('READ', 'EXPORT') then
    raise exception 'an overseer only reads' using errcode = 'insufficient_privilege';
  end if;
  if title = '' and subject ~ '^[A-Z_]+/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    execute format('select coalesce((select title from %I.review where id = $1), '''')', 'j_' || county)
      into title using split_part(subject, '/', 2)::uuid;
  end if;
  execute format('insert into %I.audit_entry (id, at, person, username, person_name, acting_for, origin, act, subject, title, outcome, note)
                  values ($1, clock_timestamp(), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)', 'j_' || county)
    using entry, person, username, person_name, platform.code_of_role(), origin, act, subject, title, outcome, note;
end $$;
revoke all on function platform.record_reading from public;

-- The registry is watched as the tables of the work are: what is changed in it past the application stands in the trail of every
-- jurisdiction it concerns, once that has one.
create function platform.note_bypass() returns trigger language plpgsql security definer set search_path = platform, pg_temp as $$
declare
  old_row jsonb := case when tg_op in ('UPDATE', 'DELETE') then to_jsonb(old) end;
  new_row jsonb := case when tg_op in ('INSERT', 'UPDATE') then to_jsonb(new) end;
  place text;
begin
  for place in
    select old_row ->> tg_argv[0] union select new_row ->> tg_argv[0]
    union select m.jurisdiction from membership m where tg_table_name = 'person' and m.person::text in (old_row ->> 'id', new_row ->> 'id')
  loop
    continue when place is null;
    if to_regclass(format('%I.audit_entry', 'j_' || place)) is not null then
      execute format('insert into %I.audit_entry (id, at, person, username, person_name, acting_for, origin, act, subject, title,
                      before, after, outcome, note)
                      values (gen_random_uuid(), clock_timestamp(), ''00000000-0000-0000-0000-000000000000'', left(session_user, 60),
                      left(session_user, 60), ''database'', $1, ''BYPASS'', $2, $2, $3, $4, ''DONE'', $5)', 'j_' || place)
        using coalesce(host(inet_client_addr()), 'local'), 'platform.' || tg_table_name, coalesce(old_row::text, ''),
              coalesce(new_row::text, ''), tg_op;
    end if;
  end loop;
  return null;
end $$;

create trigger bypass after insert or update or delete on platform.membership for each row
  when (session_user <> '${application_login}') execute function platform.note_bypass('jurisdiction');
create trigger bypass after update or delete on platform.person for each row
  when (session_user <> '${application_login}') execute function platform.note_bypass('nowhere');
create trigger bypass after insert or update or delete on platform.parameter_template for each row
  when (session_user <> '${application_login}') execute function platform.note_bypass('prefecture');
-- the version of the tables changes with every migration and concerns nobody
create trigger bypass after update on platform.jurisdiction for each row
  when (session_user <> '${application_login}' and (old.name, old.parent, old.role_name, old.state)
    is distinct from (new.name, new.parent, new.role_name, new.state)) execute function platform.note_bypass('code');
