-- A project that was made confidential after it was opened to people from outside is opened to them no more (DOMAIN 12): every view of
-- theirs that shows a project, its money, its forms or their files asks this one. What they looked at before stays on record.
create or replace view ${guest}.project_window with (security_barrier) as
  select * from project_window where engagement in (select id from ${guest}.engagement)
    and project not in (select id from project where confidential);
