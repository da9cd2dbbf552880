-- A prefecture's template is read by the prefecture itself and by the counties under it, and by nobody else's.

alter table platform.parameter_template enable row level security;
create policy own_prefecture_reads on platform.parameter_template for select
  using (prefecture in (platform.code_of_role(), platform.parent_of(platform.code_of_role())));
