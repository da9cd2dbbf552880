-- Third parties and experts: registered once for a prefecture, let into a jurisdiction by an engagement and by nothing else.

-- A guest and the keeper of guests act under roles of their own; for row policies they belong to their jurisdiction.
create or replace function platform.code_of_role() returns char(6) language sql stable security definer
  set search_path = platform, pg_temp
  as $$ select code from platform.jurisdiction where role_name = regexp_replace(current_setting('role'), '_(guest|engager)$', '')::name $$;

create function platform.prefecture_of_role() returns char(6) language sql stable security definer
  set search_path = platform, pg_temp
  as $$ select coalesce(parent, code) from platform.jurisdiction where code = platform.code_of_role() $$;

create table platform.firm (
  id                uuid         primary key,
  prefecture        char(6)      not null references platform.jurisdiction,
  name              varchar(120) not null,
  uscc              char(18)     not null check (uscc ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  type              varchar(20)  not null check (type in ('CONSULTING', 'ACCOUNTING', 'APPRAISAL', 'LAW', 'RESEARCH', 'UNIVERSITY')),
  legal_person      varchar(60)  not null,
  staff             integer      not null check (staff >= 0),
  credit_number     varchar(60)  not null default '',
  blacklisted_until date,
  blacklist_reason  varchar(400) not null default '',
  changed_at        timestamptz  not null,
  changed_by        varchar(60)  not null,
  version           integer      not null,
  constraint firm_once unique (prefecture, uscc),
  constraint a_blacklist_says_why check (blacklisted_until is null or length(blacklist_reason) >= 5)
);
comment on column platform.firm.credit_number is 'registration at the credit platform of the ministry of finance; empty: not registered';

create table platform.lead_evaluator (
  id                uuid         primary key,
  firm              uuid         not null references platform.firm,
  name              varchar(60)  not null,
  qualification     varchar(120) not null,
  in_business_since date         not null,
  left_on           date
);
create index lead_evaluator_of_firm on platform.lead_evaluator (firm);

create table platform.firm_person (
  firm     uuid        not null references platform.firm,
  person   uuid        not null references platform.person,
  username varchar(60) not null,
  name     varchar(60) not null,
  left_on  date,
  primary key (firm, person)
);

create table platform.firm_mark (
  id       uuid         primary key,
  firm     uuid         not null references platform.firm,
  kind     varchar(20)  not null check (kind in ('QUALITY', 'PENALTY')),
  points   numeric(5,2) check (points between 0 and 100),
  text     varchar(400) not null,
  noted_on date         not null,
  noted_by varchar(60)  not null,
  constraint quality_has_points check ((kind = 'QUALITY') = (points is not null))
);
create index mark_of_firm on platform.firm_mark (firm);

-- Neither identity number nor bank account: nothing the platform does needs them yet, and what is not kept cannot be lost.
create table platform.expert (
  id            uuid         primary key,
  prefecture    char(6)      not null references platform.jurisdiction,
  person        uuid         not null references platform.person,
  username      varchar(60)  not null,
  name          varchar(60)  not null,
  employer      varchar(120) not null,
  title         varchar(60)  not null default '',
  field         varchar(60)  not null,
  qualification varchar(120) not null default '',
  phone         varchar(30)  not null default '',
  avoids        text         not null default '',
  state         varchar(20)  not null check (state in ('CANDIDATE', 'ACTIVE', 'SUSPENDED')),
  version       integer      not null,
  constraint expert_once unique (prefecture, person)
);
comment on column platform.expert.avoids is 'names of units and firms the expert must not judge, one a line';

-- What the prefecture's jurisdictions have firms do, for the question how many jobs a lead evaluator has at once.
create table platform.job (
  engagement     uuid    primary key,
  jurisdiction   char(6) not null references platform.jurisdiction,
  firm           uuid    references platform.firm,
  lead_evaluator uuid    references platform.lead_evaluator,
  opens          date    not null,
  closes         date    not null
);
create index job_of_lead on platform.job (lead_evaluator, opens, closes);

-- A role held from outside comes by an engagement, and no other role does.
alter table platform.membership add column engagement uuid;
comment on column platform.membership.engagement is 'the contract that lets the person in, in the schema of the jurisdiction';
alter table platform.membership add constraint from_outside_by_an_engagement
  check ((role in ('THIRD_PARTY', 'EXPERT')) = (engagement is not null));
alter table platform.membership drop constraint membership_once;
alter table platform.membership add constraint membership_once
  unique nulls not distinct (person, jurisdiction, unit_prefix, role, valid_from, engagement);
-- what ends on its first day, or before it, has an empty time: its last day is the day before the first
do $$
declare narrow name;
begin
  select conname into narrow from pg_constraint
  where conrelid = 'platform.membership'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%valid_until >= valid_from%';
  execute format('alter table platform.membership drop constraint %I', narrow);
end $$;
alter table platform.membership add constraint time_is_not_turned_round check (valid_until >= valid_from - 1);
create index membership_of_engagement on platform.membership (engagement);

-- People without a post: only they can come from outside.
create view platform.outsider with (security_barrier) as
  select p.id, p.username, p.name from platform.person p
  where (p.home is null or platform.prefecture_of_role() in (p.home, platform.parent_of(p.home)))
    and not exists (select from platform.membership m
                    where m.person = p.id and m.engagement is null and (m.valid_until is null or m.valid_until >= current_date));

-- Everybody in the prefecture reads the register; only the prefecture itself writes it.
do $$
declare listed text;
begin
  foreach listed in array array['firm', 'expert'] loop
    execute format('alter table platform.%I enable row level security', listed);
    execute format('create policy prefecture_reads on platform.%I for select using (prefecture = platform.prefecture_of_role())', listed);
    execute format('create policy prefecture_writes on platform.%I using (prefecture = platform.code_of_role())
                    with check (prefecture = platform.code_of_role() and platform.parent_of(prefecture) is null)', listed);
  end loop;
  foreach listed in array array['lead_evaluator', 'firm_person', 'firm_mark'] loop
    execute format('alter table platform.%I enable row level security', listed);
    execute format('create policy prefecture_reads on platform.%I for select using (firm in (select id from platform.firm))', listed);
    execute format('create policy prefecture_writes on platform.%I
                    using (firm in (select id from platform.firm where prefecture = platform.code_of_role()))
                    with check (firm in (select id from platform.firm where prefecture = platform.code_of_role()))', listed);
  end loop;
end $$;

alter table platform.job enable row level security;
create policy prefecture_reads on platform.job for select
  using (platform.prefecture_of_role() in (jurisdiction, platform.parent_of(jurisdiction)));
create policy engager_keeps on platform.job
  using (jurisdiction = platform.code_of_role() and current_setting('role') like '%\_engager')
  with check (jurisdiction = platform.code_of_role() and current_setting('role') like '%\_engager');

-- The keeper of guests sees and writes memberships that come by an engagement of its own jurisdiction, and no post.
alter table platform.membership enable row level security;
drop policy if exists registry_reads on platform.membership;
create policy registry_reads on platform.membership for select to ${identity_role} using (true);
create policy engager_keeps on platform.membership
  using (engagement is not null and jurisdiction = platform.code_of_role() and current_setting('role') like '%\_engager')
  with check (engagement is not null and jurisdiction = platform.code_of_role() and current_setting('role') like '%\_engager');

-- Granted once, to roles that every jurisdiction's roles inherit; which rows they get at, the policies say.
grant usage on schema platform to ${jurisdiction_role}, ${guest_role}, ${engager_role};
grant select, insert, update on platform.firm, platform.lead_evaluator, platform.firm_person, platform.firm_mark, platform.expert
  to ${jurisdiction_role};
grant select on platform.job, platform.outsider to ${jurisdiction_role};
grant select on platform.parameter_template to ${guest_role};
grant select, insert, update on platform.membership, platform.job to ${engager_role};

-- Administrators of people give and take posts; who comes in by an engagement is the keeper's of guests.
drop policy own_rows on platform.membership;
create policy own_rows on platform.membership to ${administrators_role}
  using (jurisdiction = platform.code_of_admin() and engagement is null)
  with check (jurisdiction = platform.code_of_admin() and engagement is null
    and exists (select from platform.staff s where s.person = membership.person and s.jurisdiction = platform.code_of_admin()));

-- What is changed past the application in the registers of people, firms and experts stands in the trails it concerns.
create or replace function platform.note_bypass() returns trigger language plpgsql security definer set search_path = platform, pg_temp as $$
declare
  old_row jsonb := case when tg_op in ('UPDATE', 'DELETE') then to_jsonb(old) end;
  new_row jsonb := case when tg_op in ('INSERT', 'UPDATE') then to_jsonb(new) end;
  place text;
begin
  for place in
    select old_row ->> tg_argv[0] union select new_row ->> tg_argv[0]
    union select m.jurisdiction from membership m where tg_table_name = 'person' and m.person::text in (old_row ->> 'id', new_row ->> 'id')
    union select f.prefecture from firm f where tg_argv[0] = 'firm' and f.id::text in (old_row ->> 'firm', new_row ->> 'firm')
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
do $$
declare watched text[];
begin
  foreach watched slice 1 in array array[
    ['staff', 'jurisdiction'], ['staff_change', 'jurisdiction'], ['job', 'jurisdiction'], ['firm', 'prefecture'], ['expert', 'prefecture'],
    ['lead_evaluator', 'firm'], ['firm_person', 'firm'], ['firm_mark', 'firm']]
  loop
    execute format('create trigger bypass after insert or update or delete on platform.%I for each row
                    when (session_user <> %L) execute function platform.note_bypass(%L)', watched[1], '${application_login}', watched[2]);
  end loop;
end $$;
