-- The registry of jurisdictions, people and memberships, and the figures counties show their prefecture.
-- Owned by the migration role. The application's login may use nothing of it directly.

create table platform.jurisdiction (
  code        char(6)      primary key check (code ~ '^[1-9][0-9]{5}$'),
  name        varchar(60)  not null,
  parent      char(6)      references platform.jurisdiction,
  role_name   name         not null unique,
  state       varchar(12)  not null default 'ACTIVE' check (state in ('ACTIVE', 'SUSPENDED', 'QUARANTINED')),
  layout      varchar(20)  not null default '0',
  layout_note text
);
comment on column platform.jurisdiction.layout is 'version of the jurisdiction''s tables; behind the newest means a migration is due';

create table platform.person (
  id       uuid        primary key,
  username varchar(60) not null unique,
  name     varchar(60) not null
);
comment on table platform.person is 'id is the subject of the identity provider';

create table platform.membership (
  id           uuid        primary key,
  person       uuid        not null references platform.person,
  jurisdiction char(6)     not null references platform.jurisdiction,
  unit_prefix  varchar(21) not null default '' check (unit_prefix ~ '^([0-9]{3})*$'),
  role         varchar(30) not null,
  valid_from   date        not null,
  valid_until  date        check (valid_until >= valid_from),
  constraint membership_once unique (person, jurisdiction, unit_prefix, role, valid_from)
);
create index membership_of_person on platform.membership (person);

-- Rules a prefecture hands to its counties; a county's own rows (its schema) come before these.
create table platform.parameter_template (
  id          uuid        primary key,
  prefecture   char(6)     not null references platform.jurisdiction,
  key          varchar(60) not null,
  fiscal_year  integer,
  value        text        not null,
  author       varchar(60) not null,
  reason       text        not null,
  effective    date        not null,
  constraint parameter_template_once unique nulls not distinct (prefecture, key, fiscal_year, effective)
);

-- Which jurisdiction a database role is, and who oversees it: what the row policies below ask.
create function platform.code_of_role() returns char(6) language sql stable security definer
  set search_path = platform, pg_temp
  as $$ select code from platform.jurisdiction where role_name = current_setting('role')::name $$;
create function platform.parent_of(county char(6)) returns char(6) language sql stable security definer
  set search_path = platform, pg_temp
  as $$ select parent from platform.jurisdiction where code = county $$;

create table rollup.self_evaluation (
  jurisdiction char(6)       not null references platform.jurisdiction,
  fiscal_year  integer       not null,
  projects     integer       not null check (projects >= 0),
  forms        integer       not null check (forms between 0 and projects),
  budget       numeric(18,2) not null,
  executed     numeric(18,2) not null,
  approved     integer       not null check (approved between 0 and forms),
  excellent    integer       not null,
  good         integer       not null,
  fair         integer       not null,
  poor         integer       not null,
  below_80     integer       not null,
  score_sum    numeric(12,2) not null,
  as_of        timestamptz   not null,
  primary key (jurisdiction, fiscal_year),
  constraint every_approved_form_has_a_grade check (approved = excellent + good + fair + poor)
);

-- One row a change: which jurisdiction's figures are no longer true. Rows are only added and taken away, never
-- updated, so that writers of one county do not wait for each other.
create table rollup.dirty (
  id           uuid        primary key,
  jurisdiction char(6)     not null references platform.jurisdiction,
  since        timestamptz not null
);
create index dirty_jurisdiction on rollup.dirty (jurisdiction);

alter table rollup.self_evaluation enable row level security;
create policy own_rows on rollup.self_evaluation
  using (jurisdiction = platform.code_of_role()) with check (jurisdiction = platform.code_of_role());
create policy prefecture_reads on rollup.self_evaluation for select
  using (platform.parent_of(jurisdiction) = platform.code_of_role());
alter table rollup.dirty enable row level security;
create policy own_rows on rollup.dirty
  using (jurisdiction = platform.code_of_role()) with check (jurisdiction = platform.code_of_role());
create policy worker_reads on rollup.dirty for select to ${identity_role} using (true);

grant usage on schema platform, rollup to ${identity_role};
grant select on platform.jurisdiction, platform.person, platform.membership, rollup.dirty to ${identity_role};
