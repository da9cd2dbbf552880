-- For measurements only: an expansion as a next version may bring it, with an index over the largest table.
alter table project add column classification varchar(30);
alter table self_evaluation_indicator add column evidence text, add column checked boolean not null default false;
create index indicator_by_level on self_evaluation_indicator (level1, level2);
create table indicator_evidence (
  id        uuid primary key,
  indicator uuid not null references self_evaluation_indicator on delete cascade,
  title     text not null
);
grant select, insert, update, delete on indicator_evidence to ${role};
