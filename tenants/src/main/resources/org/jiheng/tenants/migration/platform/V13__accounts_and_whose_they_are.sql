-- An account whose jurisdiction is gone is nobody's until somebody takes its person on again; what administrators took away holds here
-- at once, and the identity provider is told afterwards; a reset stands on the record of every place its person belongs to.

-- As before; the jurisdiction that takes on a person whose account belongs to none any more has the account from then on.
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
  update person set home = place where id = found.id and home is null;
  insert into staff (person, jurisdiction, unit) values (found.id, place, in_unit);
  return found.id;
end $$;

-- People of whose account the identity provider has not been told what the registry says: written with what administrators take
-- away, and gone when it was told. Whatever fails between the two is made good.
create table platform.account_due (
  person uuid        primary key references platform.person,
  since  timestamptz not null
);
comment on table platform.account_due is 'accounts that the identity provider has not been told about yet';
comment on column platform.account_due.since is 'when the registry changed last; whoever told the provider of an earlier state leaves the row';

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

-- The provider is to be told what the registry says when this transaction is over.
create function platform.account_falls_due(whom uuid) returns void language plpgsql security definer
  set search_path = platform, pg_temp as $$
begin
  perform own_person(whom);
  insert into account_due (person, since) values (whom, clock_timestamp()) on conflict (person) do update set since = excluded.since;
end $$;

-- If it is to be told anyhow, then of what this transaction changes as well.
create function platform.account_stays_due(whom uuid) returns void language plpgsql security definer
  set search_path = platform, pg_temp as $$
begin
  perform own_person(whom);
  update account_due set since = clock_timestamp() where person = whom;
end $$;

-- A reset lets somebody in wherever the person holds a post: it stands in the file and in the trail of every other place the person
-- belongs to, as what the jurisdiction that did it.
create function platform.record_reset(whom uuid, reset text, by_person uuid, by_username text, by_name text, origin text) returns void
  language plpgsql security definer set search_path = platform, pg_temp as $$
declare place text;
declare named text := (select p.name from person p where p.id = whom);
begin
  perform own_person(whom);
  if reset not in ('RESET_FIRST_FACTOR', 'RESET_SECOND_FACTOR') then
    raise exception 'only resets stand on the record elsewhere' using errcode = 'insufficient_privilege';
  end if;
  for place in select s.jurisdiction from staff s where s.person = whom and s.jurisdiction <> code_of_admin() loop
    insert into staff_change (id, at, jurisdiction, person, kind, by_person, by_name)
      values (gen_random_uuid(), clock_timestamp(), place, whom, reset, by_person, by_name);
    if to_regclass(format('%I.audit_entry', 'j_' || place)) is not null then
      execute format('insert into %I.audit_entry (id, at, person, username, person_name, acting_for, origin, act, subject, title, outcome, note)
                      values (gen_random_uuid(), clock_timestamp(), $1, $2, $3, $4, $5, ''ADMINISTER'', $6, $7, ''DONE'', '''')', 'j_' || place)
        using by_person, by_username, by_name, code_of_admin(), origin, 'PERSON/' || whom, reset || ' ' || named;
    end if;
  end loop;
end $$;

-- Resets after which the person has not signed in anywhere: whoever did them may still know what the person uses next.
create function platform.resets_unused(whom uuid) returns table (kind varchar, by_person uuid) language plpgsql stable security definer
  set search_path = platform, pg_temp as $$
begin
  perform own_person(whom);
  return query select c.kind, c.by_person from staff_change c
    where c.person = whom and c.jurisdiction = code_of_admin() and c.kind in ('RESET_FIRST_FACTOR', 'RESET_SECOND_FACTOR')
      and c.at > coalesce((select max(l.at) from last_sign_in l where l.person = whom), '-infinity');
end $$;

revoke all on function platform.account_falls_due, platform.account_stays_due, platform.record_reset, platform.resets_unused from public;
grant execute on function platform.account_falls_due, platform.account_stays_due, platform.record_reset, platform.resets_unused
  to ${administrators_role};
