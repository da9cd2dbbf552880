-- An overseer's reading goes into the trail of the county that is read. The overseer's role cannot write there; this function,
-- owned by the migration role, writes the one row and only for a county the role oversees.
create function platform.record_reading(
  county char(6), entry uuid, at timestamptz, person uuid, username text, person_name text, origin text, act text,
  subject text, title text)
returns void language plpgsql security definer set search_path = platform, pg_temp as $$
begin
  if platform.parent_of(county) is distinct from platform.code_of_role() then
    raise exception 'not an overseer of %', county using errcode = 'insufficient_privilege';
  end if;
  if act not in ('READ', 'EXPORT') then
    raise exception 'an overseer only reads' using errcode = 'insufficient_privilege';
  end if;
  execute format('insert into %I.audit_entry (id, at, person, username, person_name, acting_for, origin, act, subject, title, outcome)
                  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, ''DONE'')', 'j_' || county)
    using entry, at, person, username, person_name, platform.code_of_role(), origin, act, subject, title;
end $$;
revoke all on function platform.record_reading from public;
