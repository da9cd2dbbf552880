-- A county's own indicators, its departments' proposals among them; together with what the prefecture shares they are its library.

create table library_entry (
  id           uuid         primary key,
  unit         varchar(21)  not null default '' check (unit ~ '^([0-9]{3})?$'),
  code         varchar(20)  not null,
  state        varchar(10)  not null check (state in ('PROPOSED', 'RETURNED', 'IN_FORCE', 'STOPPED')),
  state_reason varchar(400) not null default '',
  industry     varchar(60)  not null default '',
  newest       integer      not null check (newest >= 1),
  origin       varchar(200) not null default '',
  proposed_by  uuid,
  changed_at   timestamptz  not null,
  changed_by   varchar(60)  not null,
  version      integer      not null,
  constraint indicator_code_once unique (code),
  constraint only_a_department_proposes check (state not in ('PROPOSED', 'RETURNED') or (unit <> '' and proposed_by is not null)),
  constraint a_returned_or_stopped_indicator_says_why check (state not in ('RETURNED', 'STOPPED') or length(state_reason) >= 5)
);
comment on column library_entry.unit is 'department whose indicator it is; empty: the whole county''s';
comment on column library_entry.origin is 'the goal it was proposed out of; empty: none';

create table library_version (
  id               uuid         primary key,
  entry            uuid         not null references library_entry,
  number           integer      not null check (number >= 1),
  level1           varchar(60)  not null,
  level2           varchar(60)  not null default '',
  level3           varchar(200) not null,
  common           boolean      not null,
  explanation      varchar(1000) not null default '',
  formula          varchar(1000) not null default '',
  unit             varchar(40)  not null default '',
  kind             varchar(10)  not null check (kind in ('QUANT', 'RANGE', 'DATE', 'BOOL', 'QUAL')),
  sign             varchar(10)  check (sign in ('AT_LEAST', 'MORE_THAN', 'EQUAL', 'AT_MOST', 'LESS_THAN')),
  target           varchar(200) not null default '',
  standard         varchar(20)  not null default 'OTHER',
  standard_source  varchar(300) not null default '',
  data_source      varchar(300) not null default '',
  evidence         varchar(300) not null default '',
  scoring          varchar(20)  not null,
  scoring_rule     varchar(1000) not null default '',
  aggregation      varchar(10)  not null default 'NONE' check (aggregation in ('SUM', 'EQUAL', 'AVG', 'MIN', 'MAX', 'NONE')),
  main_quantity    boolean      not null default false,
  industry         varchar(60)  not null default '',
  area             varchar(60)  not null default '',
  layer            varchar(60)  not null default '',
  function_code    varchar(7)   not null default '' check (function_code ~ '^([0-9]{3}([0-9]{2}([0-9]{2})?)?)?$'),
  required         boolean      not null default false,
  for_category     varchar(60)  not null default '',
  for_type         varchar(60)  not null default '',
  for_industry     varchar(60)  not null default '',
  editable         varchar(200) not null default '',
  remark           varchar(500) not null default '',
  valid_from       date         not null,
  valid_until      date,
  reason           varchar(400) not null default '',
  changed_at       timestamptz  not null,
  changed_by       varchar(60)  not null,
  constraint indicator_version_once unique (entry, number),
  constraint a_number_has_its_sign check ((kind = 'QUANT') = (sign is not null)),
  constraint validity_is_not_turned_round check (valid_until >= valid_from - 1)
);

create table library_use (
  indicator_version uuid         not null,
  subject           varchar(60)  not null,
  entry             uuid         not null,
  title             varchar(200) not null,
  unit              varchar(21)  not null references unit,
  fiscal_year       integer      not null,
  at                timestamptz  not null,
  primary key (indicator_version, subject)
);
comment on table library_use is 'which goals took which version of which indicator, the prefecture''s among them';
comment on column library_use.subject is 'what took it, as the audit trail names it';
create index use_of_entry on library_use (entry);

grant select, insert, update on library_entry to ${role};
grant select, insert, update (valid_until) on library_version to ${role};
grant select, insert, delete on library_use to ${role};

do $$
declare watched text;
begin
  foreach watched in array array['library_entry', 'library_version', 'library_use'] loop
    execute format('create trigger bypass after insert or update or delete on %I for each row
                    when (session_user <> %L or current_user <> %L) execute function note_bypass()', watched, '${application_login}', '${role}');
    execute format('create trigger bypass_whole after truncate on %I for each statement execute function note_bypass()', watched);
  end loop;
end $$;

-- The library as it is read: one line for each version, of the prefecture, the county and its departments. With the rights of whoever
-- asks: what of the prefecture's is shared, its row policies say.
create view library with (security_invoker) as
  select v.id, e.id as entry, 'PREFECTURE'::varchar as level, ''::varchar as department, e.code, e.state, e.state_reason, e.origin,
    v.number, v.number = e.newest as newest, null::uuid as proposed_by, e.version,
    v.level1, v.level2, v.level3, v.common, v.explanation, v.formula, v.unit, v.kind, v.sign, v.target, v.standard, v.standard_source,
    v.data_source, v.evidence, v.scoring, v.scoring_rule, v.aggregation, v.main_quantity, v.industry, v.area, v.layer, v.function_code, v.required,
    v.for_category, v.for_type, v.for_industry, v.editable, v.remark, v.valid_from, v.valid_until, v.reason, v.changed_at, v.changed_by
  from platform.library_entry e join platform.library_version v on v.entry = e.id
  union all
  select v.id, e.id, (case when e.unit = '' then 'COUNTY' else 'DEPARTMENT' end)::varchar, e.unit, e.code, e.state, e.state_reason, e.origin,
    v.number, v.number = e.newest, e.proposed_by, e.version,
    v.level1, v.level2, v.level3, v.common, v.explanation, v.formula, v.unit, v.kind, v.sign, v.target, v.standard, v.standard_source,
    v.data_source, v.evidence, v.scoring, v.scoring_rule, v.aggregation, v.main_quantity, v.industry, v.area, v.layer, v.function_code, v.required,
    v.for_category, v.for_type, v.for_industry, v.editable, v.remark, v.valid_from, v.valid_until, v.reason, v.changed_at, v.changed_by
  from library_entry e join library_version v on v.entry = e.id;
grant select on library to ${role};

-- The prefecture sees what its counties have in force, and of its uses those by goals that are approved. People from outside have no business with the library: no view of theirs.
create view ${eye}.library_entry with (security_barrier) as
  select * from library_entry where state in ('IN_FORCE', 'STOPPED') and (select ${eye}.recorded());
create view ${eye}.library_version with (security_barrier) as
  select * from library_version where entry in (select id from library_entry where state in ('IN_FORCE', 'STOPPED')) and (select ${eye}.recorded());
create view ${eye}.library_use with (security_barrier) as select * from library_use
  where subject in (select form_type || '/' || id from review where state = 'APPROVED') and (select ${eye}.recorded());
grant select on ${eye}.library_entry, ${eye}.library_version, ${eye}.library_use to ${prefecture_role};

-- A prefecture begins with the platform's indicators.
select platform.seed_library('${role}');
