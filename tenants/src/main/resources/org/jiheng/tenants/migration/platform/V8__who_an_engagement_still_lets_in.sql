-- An engagement lets somebody in for as long as the person works for the firm that was engaged, or is an active expert of the
-- prefecture's register, and is not disabled in the jurisdiction. The registry asks here at every request, and so do the views of
-- people from outside: whoever leaves the firm is out at the next one, whatever the contract still says.
create view platform.admitted with (security_barrier) as
  select m.person, m.jurisdiction, m.engagement, m.valid_from, m.valid_until
  from platform.membership m
  join platform.jurisdiction place on place.code = m.jurisdiction
  join platform.job j on j.engagement = m.engagement and j.jurisdiction = m.jurisdiction
  join platform.staff s on s.person = m.person and s.jurisdiction = m.jurisdiction and s.disabled_since is null
  where case when j.firm is null
    then exists (select from platform.expert e
                 where e.person = m.person and e.prefecture = coalesce(place.parent, place.code) and e.state = 'ACTIVE')
    else exists (select from platform.firm_person f where f.firm = j.firm and f.person = m.person and f.left_on is null) end;
comment on view platform.admitted is 'who may come in by which engagement, from which day to which, if it were that day';
create index expert_of_person on platform.expert (person);
grant select on platform.admitted to ${identity_role};
