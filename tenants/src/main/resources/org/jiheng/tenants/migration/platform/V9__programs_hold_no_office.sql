-- A program holds one post at a time and never an administrator's: who is given a second one in another jurisdiction is let into
-- none, and nobody signs in by a second factor as a program does. The person's row is locked, so that two gifts at the same moment
-- are seen one after the other. What is over, or is being ended, stands in nobody's way.
create function platform.programs_hold_one_post() returns trigger language plpgsql security definer
  set search_path = platform, pg_temp as $$
begin
  perform from person where id = new.person and username like 'program-%' for update;
  if not found or coalesce(new.valid_until, 'infinity') < greatest(new.valid_from, current_date) then
    return null;
  end if;
  if new.role in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN') then
    raise exception 'a program holds no office' using errcode = 'check_violation', constraint = 'programs_hold_no_office';
  end if;
  if exists (
    select from membership m
    where m.person = new.person and m.id <> new.id
      and m.valid_from <= coalesce(new.valid_until, 'infinity') and new.valid_from <= coalesce(m.valid_until, 'infinity')
      and m.valid_from <= coalesce(m.valid_until, 'infinity')) then
    raise exception 'a program holds one post' using errcode = 'check_violation', constraint = 'programs_hold_one_post';
  end if;
  return null;
end $$;
create constraint trigger programs_hold_one_post after insert or update on platform.membership
  for each row execute function platform.programs_hold_one_post();
