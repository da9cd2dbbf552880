-- A prefecture sets the parameters it hands to its counties itself: rows of its own alone, and no county any. Key, year and first day
-- of a row stay what they were; what it says from that day on may be put right, and a row that does not hold yet may be taken back.
create policy prefecture_adds on platform.parameter_template for insert
  with check (prefecture = platform.code_of_role() and platform.parent_of(prefecture) is null);
create policy prefecture_puts_right on platform.parameter_template for update
  using (prefecture = platform.code_of_role() and platform.parent_of(prefecture) is null)
  with check (prefecture = platform.code_of_role());
create policy prefecture_takes_back on platform.parameter_template for delete
  using (prefecture = platform.code_of_role() and platform.parent_of(prefecture) is null);

grant insert, update (value, author, reason), delete on platform.parameter_template to ${jurisdiction_role};
