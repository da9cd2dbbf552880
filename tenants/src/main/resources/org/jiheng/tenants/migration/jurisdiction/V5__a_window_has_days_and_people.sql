-- What people from outside see, asked by the database itself: of a contract that was granted and not ended, on the days of its
-- window, to a person it names, whom the registry still lets in. The seam says for each transaction which engagements the registry
-- named, who asks, and the business date. Without any one of these words nothing is shown; everything else here hangs on this view.
create or replace view ${guest}.engagement with (security_barrier) as
  select * from engagement e
  where e.id = any (string_to_array(nullif(current_setting('jiheng.engagements', true), ''), ',')::uuid[])
    and e.granted_on is not null and e.ended_on is null
    and nullif(current_setting('jiheng.day', true), '')::date between e.opens and e.closes
    and exists (select from engagement_person p
                where p.engagement = e.id and p.person = nullif(current_setting('jiheng.person', true), '')::uuid)
    and exists (select from platform.admitted a
                where a.engagement = e.id and 'j_' || a.jurisdiction = '${schema}'
                  and a.person = nullif(current_setting('jiheng.person', true), '')::uuid
                  and nullif(current_setting('jiheng.day', true), '')::date between a.valid_from and coalesce(a.valid_until, 'infinity'));

-- tables without projects, too, are for whoever is let in today
create or replace view ${guest}.task with (security_barrier) as
  select * from task where exists (select from ${guest}.engagement);
create or replace view ${guest}.holiday with (security_barrier) as
  select * from holiday where exists (select from ${guest}.engagement);
create or replace view ${guest}.parameter with (security_barrier) as
  select * from parameter where exists (select from ${guest}.engagement);

-- The registry is told by another transaction, under a role of its own, who comes in by an engagement. That it is to be told
-- stands here from the transaction in which the engagement changes until it has been: whatever fails between the two is made good.
create table admission_due (
  engagement uuid primary key references engagement
);
comment on table admission_due is 'engagements of which the registry has not been told yet';
grant select, insert, delete on admission_due to ${role};
create trigger bypass after insert or update or delete on admission_due for each row
  when (session_user <> '${application_login}' or current_user <> '${role}') execute function note_bypass();
create trigger bypass_whole after truncate on admission_due for each statement execute function note_bypass();
