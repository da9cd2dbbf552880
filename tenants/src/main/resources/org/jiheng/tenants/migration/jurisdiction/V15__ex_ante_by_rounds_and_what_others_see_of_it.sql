-- Ex-ante evaluations round by round: whose sheet counts in which, by which parameters a form was begun, what the conclusion was
-- drawn from; and what the prefecture and people from outside see of them and of projects that became confidential.

-- A contract and a sheet belong to the round of the form they were given and ticked in (S14).
alter table exante_engagement add column round integer not null default 1 check (round > 0);
alter table exante_result add column round integer not null default 1 check (round > 0);
alter table exante_engagement disable trigger bypass;
alter table exante_result disable trigger bypass;
update exante_engagement e set round = coalesce((select greatest(s.round, 1) from review_step s
  where s.review = e.evaluation and s.at <= e.linked_at order by s.at desc limit 1), 1);
update exante_result e set round = coalesce((select greatest(s.round, 1) from review_step s
  where s.review = e.evaluation and s.at <= e.at order by s.at desc limit 1), 1);
alter table exante_engagement enable trigger bypass;
alter table exante_result enable trigger bypass;
alter table exante_engagement drop constraint a_contract_is_linked_once;
alter table exante_engagement add constraint a_contract_is_linked_once_a_round unique (evaluation, engagement, round);
drop index one_third_party_evaluates_again;
create unique index one_third_party_evaluates_again_a_round on exante_engagement (evaluation, round) where part = 'THIRD_PARTY';
comment on column exante_engagement.round is 'round of the form in which it was given to the contract, or a sheet under it was accepted';
comment on column exante_result.round is 'round of the form that was ticked';

-- Whether a project is evaluated, and by whom, is decided by the parameters the form was begun with.
alter table exante_evaluation add column need jsonb, add column needed boolean,
  add column need_by text generated always as ((need #>> '{parameters,exante.required_for,value}') || ';'
    || (need #>> '{parameters,exante.exempt,value}') || ';' || (need #>> '{parameters,exante.exempt_below,value}')) stored;
comment on column exante_evaluation.need_by is 'the three of those parameters a project''s need hangs on, so that lists of many are asked by them';
comment on column exante_evaluation.need is 'parameters in force when the form was begun, and what they came to, with reasons; empty in forms begun before this was kept';
comment on column exante_evaluation.needed is 'whether they asked for an evaluation of the project';

-- What finance concluded from: the version that was sent in, the signed report that lay with it, what the platform had found.
alter table exante_conclusion
  add column judged_version integer,
  add column report         uuid references attachment,
  add column checks         jsonb;
comment on column exante_conclusion.judged_version is 'number of the version that was sent in; empty in conclusions made before this was kept';
comment on column exante_conclusion.report is 'the signed report';
comment on column exante_conclusion.checks is 'facts the platform showed beside the items when it was concluded';

-- The prefecture. Of evaluations it reads the approved ones with their conclusions and conditions; files, contracts and the sheets of
-- third parties it does not. Forms of what was made confidential are not shown; its money V13 shows without words.
create or replace view ${eye}.review with (security_barrier) as
  select * from review where state = 'APPROVED'
    and (project is null or project not in (select id from project where confidential)) and (select ${eye}.recorded());
do $$
declare
  approved constant text := '(select id from review where state = ''APPROVED''
    and (project is null or project not in (select id from project where confidential)))';
  hanging record;
begin
  for hanging in select * from (values
      ('review_step', 'review', ''), ('cell_note', 'review', ' and state <> ''DRAFT'''), ('form_version', 'review', ''),
      ('self_evaluation', 'id', ''), ('self_evaluation_indicator', 'self_evaluation', ''),
      ('goal', 'id', ''), ('goal_indicator', 'goal', ''), ('goal_review_sheet', 'goal', ''), ('publication_duty', 'form', ''),
      ('exante_evaluation', 'id', ''), ('exante_entry', 'evaluation', ''), ('exante_conclusion', 'evaluation', ''),
      ('exante_condition', 'evaluation', ''),
      ('attachment', 'subject', ' and subject not in (select id from exante_evaluation)')) as list(of_table, of_form, besides)
  loop
    execute format('create or replace view ${eye}.%1$I with (security_barrier) as select * from %1$I where %2$I in %3$s%4$s and (select ${eye}.recorded())',
                   hanging.of_table, hanging.of_form, approved, hanging.besides);
  end loop;
end $$;

-- People from outside see the new columns of what they saw before, and how finance ended a round they do not: a concluded form lies
-- for them where finance concludes, since it was sent in.
do $$
declare columns text;
begin
  select string_agg(case a.attname
      when 'state' then format('(case when %s then regexp_replace(r.route, ''^.*,\s*'', '''') else r.state end)::%s as state', concluded.so, of_type)
      when 'changed_at' then format('(case when %s then coalesce((%s), r.changed_at) else r.changed_at end)::%s as changed_at', concluded.so,
        'select s.at ' || concluded.sent, of_type)
      when 'changed_by' then format('(case when %s then coalesce((%s), '''') else r.changed_by end)::%s as changed_by', concluded.so,
        'select s.person_name ' || concluded.sent, of_type)
      else format('r.%I', a.attname) end, ', ' order by a.attnum)
    into columns
    from (select attname, attnum, format_type(atttypid, atttypmod) as of_type
          from pg_attribute where attrelid = 'review'::regclass and attnum > 0 and not attisdropped) a,
         (select 'r.form_type = ''EX_ANTE'' and r.state in (''APPROVED'', ''REJECTED'')' as so,
                 'from review_step s where s.review = r.id and s.move = ''SUBMIT'' order by s.at desc limit 1' as sent) concluded;
  execute format('create or replace view ${guest}.review with (security_barrier) as
    select %s from review r where round > 0 and state <> ''DRAFT'' and project in (select project from ${guest}.project_window)
      and (form_type = ''SELF_EVALUATION'' or form_type = ''EX_ANTE'' and id in (select evaluation from ${guest}.exante_engagement))', columns);
end $$;
create or replace view ${guest}.exante_engagement with (security_barrier) as
  select * from exante_engagement where engagement in (select id from ${guest}.engagement);
create or replace view ${guest}.exante_evaluation with (security_barrier) as
  select id, project, unit, fiscal_year, template, third_party, asked, total, null::varchar as conclusion, null::numeric as supported, version,
         need, needed, need_by
  from exante_evaluation where id in (select id from ${guest}.review)
    and id in (select evaluation from ${guest}.exante_engagement);
create or replace view ${guest}.exante_result with (security_barrier) as
  select * from exante_result
  where engagement in (select id from ${guest}.engagement) and evaluation in (select id from ${guest}.exante_evaluation)
  with cascaded check option;
create or replace view ${guest}.exante_conclusion with (security_barrier) as select * from exante_conclusion where false;
