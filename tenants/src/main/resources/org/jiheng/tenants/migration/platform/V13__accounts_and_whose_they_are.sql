-- An account whose jurisdiction is gone is nobody's until somebody takes its person on again; what administrators took away holds here
-- at once, and the identity provider is told afterwards; a reset stands on the record of every place its person belongs to.

comment on column platform.person.home is
  'jurisdiction that has the account; empty when the one that made it is gone and the person belongs to no other';

-- The account of a county that was removed before goes to where its person belongs besides.
update platform.person p set home = (select min(s.jurisdiction) from platform.staff s where s.person = p.id) where home is null;

-- As before; an account that belongs to none any more is from then on that of the jurisdiction that takes its person on, or of one that
-- had taken the person on before.
create or replace function platform.take_on(new_id uuid, new_username varchar, new_name varchar, in_unit varchar) returns uuid
  language plpgsql security definer set search_path = platform, pg_temp as $$
declare place char(6) := code_of_admin();
declare found person%rowtype;
begin
  if place is null then
    raise exception 'only the administrators of a jurisdiction take people on' using errcode = 'insufficient_privilege';
  end if;
  select * into found from person where username = new_username;
  if found.id is null then
    insert into person (id, username, name, home) values (new_id, new_username, new_name, place);
    found.id := new_id;
  elsif found.name <> new_name then
    raise exception 'the user name belongs to somebody else' using errcode = 'unique_violation', constraint = 'person_username_key';
  end if;
  update person set home = coalesce((select min(s.jurisdiction) from staff s where s.person = found.id), place)
    where id = found.id and home is null;
  insert into staff (person, jurisdiction, unit) values (found.id, place, in_unit);
  return found.id;
end $$;

-- People of whose account the identity provider has not been told what the registry says: written with what administrators take
-- away, and gone when it was told. Whatever fails between the two is made good.
create table platform.account_due (
  person uuid        primary key references platform.person,
  since  timestamptz not null,
  opens  boolean     not null default false
);
comment on table platform.account_due is 'accounts that the identity provider has not been told about yet';
comment on column platform.account_due.since is 'when the registry changed last; whoever told the provider of an earlier state leaves the row';
comment on column platform.account_due.opens is 'whether the person was let in here: who was not, and is closed out at the provider by hand, stays so';

alter table platform.account_due enable row level security;
create policy whoever_tells_the_provider on platform.account_due to ${identity_role} using (true);
create policy own_people on platform.account_due for select to ${administrators_role}
  using (exists (select from platform.staff s where s.person = account_due.person and s.jurisdiction = platform.code_of_admin()));
-- the one thing the role that reads the registry ever takes out of it
grant select, delete on platform.account_due to ${identity_role};
grant select on platform.account_due to ${administrators_role};

create function platform.own_person(whom uuid) returns void language plpgsql stable security definer
  set search_path = platform, pg_temp as $$
begin
  if not exists (select from staff s where s.person = whom and s.jurisdiction = code_of_admin()) then
    raise exception 'nobody of this jurisdiction' using errcode = 'insufficient_privilege';
  end if;
end $$;
revoke all on function platform.own_person from public;

-- From here to the end of the transaction nobody else resets anything of this person's, here or elsewhere; who signs in meanwhile is not
-- kept waiting.
create function platform.lock_person(whom uuid) returns void language plpgsql security definer
  set search_path = platform, pg_temp as $$
begin
  perform own_person(whom);
  perform from person where id = whom for no key update;
end $$;

-- Whether somebody keeps this office there today.
create function platform.holds_office(somebody uuid, there char(6), office varchar) returns boolean language sql stable
set search_path = platform, pg_temp as $$
  select exists (select from membership m join staff s on s.person = m.person and s.jurisdiction = m.jurisdiction and s.disabled_since is null
    where (somebody is null or m.person = somebody) and m.jurisdiction = there and m.role = office
      and m.valid_from <= current_date and coalesce(m.valid_until, 'infinity') >= current_date)
$$;
revoke all on function platform.holds_office from public;

-- The provider is to be told what the registry says when this transaction is over.
create function platform.account_falls_due(whom uuid) returns void language plpgsql security definer
  set search_path = platform, pg_temp as $$
begin
  perform own_person(whom);
  insert into account_due (person, since) values (whom, clock_timestamp()) on conflict (person) do update set since = excluded.since;
end $$;

-- The same of what is given, although the provider does its part before: if it is told at the same moment of what was taken away, it may
-- not have heard of this yet, and is told once more.
create function platform.account_stays_due(whom uuid, let_in boolean) returns void language plpgsql security definer
  set search_path = platform, pg_temp as $$
begin
  perform own_person(whom);
  insert into account_due as due (person, since, opens) values (whom, clock_timestamp(), let_in)
    on conflict (person) do update set since = excluded.since, opens = due.opens or excluded.opens;
end $$;

-- A reset lets somebody in wherever the person holds a post: it stands in the file and in the trail of every other place the person
-- belongs to, as what the jurisdiction that did it, under the registered name of whoever has the office to do it there.
create function platform.record_reset(whom uuid, reset text, by_whom uuid, origin text) returns void
  language plpgsql security definer set search_path = platform, pg_temp as $$
declare place text;
declare named text := (select p.name from person p where p.id = whom);
declare doer person%rowtype;
begin
  perform own_person(whom);
  if reset not in ('RESET_FIRST_FACTOR', 'RESET_SECOND_FACTOR') then
    raise exception 'only resets stand on the record elsewhere' using errcode = 'insufficient_privilege';
  end if;
  if by_whom is null or not holds_office(by_whom, code_of_admin(), case reset when 'RESET_FIRST_FACTOR' then 'SYSTEM_ADMIN' else 'SECURITY_ADMIN' end) then
    raise exception 'a reset is the office of another' using errcode = 'insufficient_privilege';
  end if;
  select * into doer from person where id = by_whom;
  for place in select s.jurisdiction from staff s where s.person = whom and s.jurisdiction <> code_of_admin() loop
    insert into staff_change (id, at, jurisdiction, person, kind, by_person, by_name)
      values (gen_random_uuid(), clock_timestamp(), place, whom, reset, doer.id, doer.name);
    if to_regclass(format('%I.audit_entry', 'j_' || place)) is not null then
      execute format('insert into %I.audit_entry (id, at, person, username, person_name, acting_for, origin, act, subject, title, outcome, note)
                      values (gen_random_uuid(), clock_timestamp(), $1, $2, $3, $4, $5, ''ADMINISTER'', $6, $7, ''DONE'', '''')', 'j_' || place)
        using doer.id, doer.username, doer.name, code_of_admin(), origin, 'PERSON/' || whom, reset || ' ' || named;
    end if;
  end loop;
end $$;

-- Resets, wherever they were done, after which the person has not signed in anywhere: whoever did them may still know what the person
-- uses next.
create function platform.resets_unused(whom uuid) returns table (kind varchar, by_person uuid) language plpgsql stable security definer
  set search_path = platform, pg_temp as $$
begin
  perform own_person(whom);
  return query select distinct c.kind, c.by_person from staff_change c
    where c.person = whom and c.kind in ('RESET_FIRST_FACTOR', 'RESET_SECOND_FACTOR')
      and c.at > coalesce((select max(l.at) from last_sign_in l where l.person = whom), '-infinity');
end $$;

revoke all on function platform.lock_person, platform.account_falls_due, platform.account_stays_due, platform.record_reset,
  platform.resets_unused from public;
grant execute on function platform.lock_person, platform.account_falls_due, platform.account_stays_due, platform.record_reset,
  platform.resets_unused to ${administrators_role};
