-- What lists, gates and the home page look up by, in counties of ten thousands of projects: without these they read whole tables.

-- what somebody dealt with last
create index step_of_person on review_step (person, at desc);
-- the goals of some projects, adjustments among them; the index there is holds only those that adjust nothing
create index goal_of_project on goal (project);
-- what a role is reminded of in the whole jurisdiction
create index reminder_by_role on reminder (role, at desc);
