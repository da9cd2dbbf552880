-- Who belongs to which jurisdiction, what administrators did there, and the rights of those who may write it: one role
-- per jurisdiction, <role>_admin, which sees and changes its own jurisdiction's rows alone.

alter table platform.person add column home char(6) references platform.jurisdiction;
comment on column platform.person.home is 'jurisdiction that made the account: it alone resets credentials. Others may only take the person on';

create table platform.staff (
  person         uuid        not null references platform.person,
  jurisdiction   char(6)     not null references platform.jurisdiction,
  unit           varchar(21) not null default '' check (unit ~ '^([0-9]{3})*$'),
  since          timestamptz not null default now(),
  disabled_since timestamptz,
  primary key (person, jurisdiction)
);
comment on table platform.staff is 'a person who belongs to a jurisdiction; while disabled, no membership of the person holds there';

-- Where whoever has a post already works: at the unit of the post, if it is one of a unit.
create function platform.unit_of_work(role varchar, unit_prefix varchar) returns varchar language sql immutable
  as $$ select case when role in ('UNIT_CLERK', 'UNIT_APPROVER', 'DEPARTMENT_REVIEWER') then unit_prefix else '' end $$;

insert into platform.staff (person, jurisdiction, unit)
  select person, jurisdiction, min(platform.unit_of_work(role, unit_prefix)) from platform.membership group by person, jurisdiction;
update platform.person p set home = (select min(jurisdiction) from platform.membership m where m.person = p.id);

-- The jurisdiction whose administrators act: their role is the jurisdiction's with _admin behind it.
create function platform.code_of_admin() returns char(6) language sql stable security definer
  set search_path = platform, pg_temp
  as $$ select code from jurisdiction where role_name || '_admin' = current_setting('role') $$;

-- Whoever is given a post belongs to the jurisdiction, by whatever way the post was given.
create function platform.membership_brings_staff() returns trigger language plpgsql security definer
  set search_path = platform, pg_temp as $$
begin
  -- administrators take a person on first; a post they give makes nobody a member of their staff
  if platform.code_of_admin() is null then
    insert into staff (person, jurisdiction, unit) values (new.person, new.jurisdiction, unit_of_work(new.role, new.unit_prefix))
      on conflict do nothing;
    update person set home = new.jurisdiction where id = new.person and home is null;
  end if;
  return new;
end $$;
create trigger membership_brings_staff before insert on platform.membership
  for each row execute function platform.membership_brings_staff();

create table platform.staff_change (
  id           uuid         primary key,
  at           timestamptz  not null,
  jurisdiction char(6)      not null references platform.jurisdiction,
  person       uuid         not null references platform.person,
  kind         varchar(20)  not null,
  role         varchar(30),
  unit_prefix  varchar(21),
  valid_from   date,
  valid_until  date,
  reason       varchar(200) not null default '',
  by_person    uuid         not null,
  by_name      varchar(60)  not null
);
create index staff_change_of_person on platform.staff_change (person, jurisdiction, at);
comment on table platform.staff_change is 'what administrators did with a person; only ever added to';

create table platform.last_sign_in (
  person       uuid        not null references platform.person,
  jurisdiction char(6)     not null references platform.jurisdiction,
  at           timestamptz not null,
  origin       varchar(60) not null,
  primary key (person, jurisdiction)
);

-- Separation of the three administrators (三员分立): none of them holds a second of the three or any other role at the same
-- time, anywhere. The person's row is locked, so that two gifts at the same moment are seen one after the other.
create function platform.administrators_stand_alone() returns trigger language plpgsql security definer
  set search_path = platform, pg_temp as $$
declare administrators constant text[] := array['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN'];
begin
  perform from person where id = new.person for update;
  if exists (
    select from membership m
    where m.person = new.person and m.id <> new.id and m.role <> new.role
      and (m.role = any (administrators) or new.role = any (administrators))
      and m.valid_from <= coalesce(new.valid_until, 'infinity') and new.valid_from <= coalesce(m.valid_until, 'infinity')
      and m.valid_from <= coalesce(m.valid_until, 'infinity') and new.valid_from <= coalesce(new.valid_until, 'infinity')) then
    raise exception 'an administrator holds no other role' using errcode = 'check_violation', constraint = 'administrators_stand_alone';
  end if;
  return null;
end $$;
create constraint trigger administrators_stand_alone after insert or update on platform.membership
  for each row execute function platform.administrators_stand_alone();

-- The offices of the administrators are never empty: the last who holds one without an end cannot lose it, neither by taking
-- the post nor by disabling the person. Administrators are held to it; a jurisdiction is removed by the migration role.
create function platform.somebody_stays(office varchar) returns void language plpgsql security definer
  set search_path = platform, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtext('administrators'), code_of_admin()::integer);
  if not exists (select from membership m join staff s using (person, jurisdiction)
      where m.jurisdiction = code_of_admin() and m.role = office and m.valid_until is null and m.valid_from <= current_date
        and s.disabled_since is null) then
    raise exception 'the last % stays', office using errcode = 'check_violation', constraint = 'last_administrator_stays';
  end if;
end $$;

create function platform.post_of_last_administrator_stays() returns trigger language plpgsql security definer
  set search_path = platform, pg_temp as $$
begin
  if code_of_admin() is not null and old.role in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN')
      and old.valid_until is null and old.valid_from <= current_date then
    perform somebody_stays(old.role);
  end if;
  return null;
end $$;
create constraint trigger last_administrator_stays after delete on platform.membership
  for each row execute function platform.post_of_last_administrator_stays();

create function platform.last_administrator_is_not_disabled() returns trigger language plpgsql security definer
  set search_path = platform, pg_temp as $$
begin
  if code_of_admin() is not null and old.disabled_since is null and new.disabled_since is not null then
    perform somebody_stays(m.role) from membership m
      where m.person = new.person and m.jurisdiction = new.jurisdiction and m.role in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN')
        and m.valid_until is null and m.valid_from <= current_date;
  end if;
  return null;
end $$;
create constraint trigger last_administrator_stays after update on platform.staff
  for each row execute function platform.last_administrator_is_not_disabled();

-- Takes a person on: a new one, or one whom another jurisdiction registered, if the name given is the name registered. A row
-- of a person is only ever made together with the row that says where the person belongs.
create function platform.take_on(new_id uuid, new_username varchar, new_name varchar, in_unit varchar) returns uuid
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
  insert into staff (person, jurisdiction, unit) values (found.id, place, in_unit);
  return found.id;
end $$;
revoke all on function platform.take_on, platform.somebody_stays from public;

-- Whom a user name belongs to, as far as whoever takes people on has to know: nobody, this person, or somebody else.
create function platform.known_as(asked_username varchar, asked_name varchar) returns table (id uuid, same boolean)
  language sql stable security definer set search_path = platform, pg_temp as $$
  select p.id, p.name = asked_name from person p where p.username = asked_username and code_of_admin() is not null $$;
revoke all on function platform.known_as from public;

-- Row policies. The migration role owns the tables and is not held to them; the identity role reads all and writes nothing.
alter table platform.person enable row level security;
alter table platform.staff enable row level security;
alter table platform.membership enable row level security;
alter table platform.staff_change enable row level security;
alter table platform.last_sign_in enable row level security;
create policy registry_reads on platform.person for select to ${identity_role} using (true);
create policy registry_reads on platform.staff for select to ${identity_role} using (true);
create policy registry_reads on platform.membership for select to ${identity_role} using (true);
create policy own_people on platform.person for select to ${administrators_role}
  using (exists (select from platform.staff s where s.person = id and s.jurisdiction = platform.code_of_admin()));
create policy own_rows on platform.staff to ${administrators_role}
  using (jurisdiction = platform.code_of_admin()) with check (jurisdiction = platform.code_of_admin());
create policy own_rows on platform.membership to ${administrators_role}
  using (jurisdiction = platform.code_of_admin())
  with check (jurisdiction = platform.code_of_admin()
    and exists (select from platform.staff s where s.person = membership.person and s.jurisdiction = platform.code_of_admin()));
create policy own_rows on platform.staff_change to ${administrators_role}
  using (jurisdiction = platform.code_of_admin()) with check (jurisdiction = platform.code_of_admin());
create policy read_by_administrators on platform.last_sign_in for select to ${administrators_role} using (jurisdiction = platform.code_of_admin());
create policy written_by_the_jurisdiction on platform.last_sign_in to ${jurisdiction_role}
  using (jurisdiction = platform.code_of_role()) with check (jurisdiction = platform.code_of_role());
grant select on platform.staff to ${identity_role};

-- Granted to the roles that every jurisdiction's own and administrators' roles inherit: a list of rights that grows with every
-- county would not fit into a row of the catalogue any more at about a thousand.
grant select, insert, update on platform.last_sign_in to ${jurisdiction_role};
grant usage on schema platform to ${administrators_role};
grant select on platform.person, platform.staff, platform.membership, platform.staff_change, platform.last_sign_in to ${administrators_role};
grant update (disabled_since) on platform.staff to ${administrators_role};
grant insert, delete on platform.membership to ${administrators_role};
grant insert on platform.staff_change to ${administrators_role};
grant execute on function platform.take_on, platform.known_as to ${administrators_role};
