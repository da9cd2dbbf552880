-- The scheme of points a unit chooses where it may (goal.scheme.chosen_by), and the rules finance's sheets were filled in by: a
-- finished goal is shown as it was judged, whatever holds today. What the checks knew is kept in the outcome of the version.

alter table goal add column scheme_chosen varchar(2) check (scheme_chosen in ('W1', 'W2'));
comment on column goal.scheme_chosen is 'family of schemes the unit chose; empty: the one its jurisdiction says, or that fits the lines';

alter table goal_review_sheet add column parameters jsonb;
comment on column goal_review_sheet.parameters is 'in force when it was filled in last; empty: before this was written down';

-- the same views, with the new columns at their end, and still nothing of what is confidential
do $$
declare
  approved constant text := '(select id from review where state = ''APPROVED''
    and (project is null or project not in (select id from project where confidential)))';
begin
  execute format('create or replace view ${eye}.goal with (security_barrier) as
    select * from goal where id in %s and (select ${eye}.recorded())', approved);
  execute format('create or replace view ${eye}.goal_review_sheet with (security_barrier) as
    select * from goal_review_sheet where goal in %s and (select ${eye}.recorded())', approved);
  -- What is kept beside a goal's version tells of other units' goals and of documents from above, sent or not; what of transfers one
  -- jurisdiction is to know of another comes by the exchange. People from outside see no version of a goal at all.
  execute format('create or replace view ${eye}.form_version with (security_barrier) as
    select review, number, cells,
           case when review in (select id from review where form_type = ''GOAL'')
             then jsonb_set(jsonb_set(outcome - ''findings'', ''{surroundings,above}'', ''[]'', false), ''{surroundings,others}'', ''[]'', false)
             else outcome end as outcome,
           parameters, digest, made_at, made_by
    from form_version where review in %s and (select ${eye}.recorded())', approved);
end $$;
create or replace view ${guest}.goal with (security_barrier) as select * from goal where false;
create or replace view ${guest}.goal_review_sheet with (security_barrier) as select * from goal_review_sheet where false;
