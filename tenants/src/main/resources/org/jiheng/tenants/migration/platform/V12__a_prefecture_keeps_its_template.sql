-- A prefecture sets the parameters it hands to its counties itself: rows of its own alone, and no county any. Key, year and first day
-- of a row stay what they were. What it says may be put right up to and on its first day, and a row that does not hold yet may be taken
-- back: what was finished by a row has to find it as it was. The day is the business day of the scope, as the seam says it; none, nothing.
create policy prefecture_adds on platform.parameter_template for insert
  with check (prefecture = platform.code_of_role() and platform.parent_of(prefecture) is null);
create policy prefecture_puts_right on platform.parameter_template for update
  using (prefecture = platform.code_of_role() and platform.parent_of(prefecture) is null
    and effective >= nullif(current_setting('jiheng.day', true), '')::date)
  with check (prefecture = platform.code_of_role());
create policy prefecture_takes_back on platform.parameter_template for delete
  using (prefecture = platform.code_of_role() and platform.parent_of(prefecture) is null
    and effective > nullif(current_setting('jiheng.day', true), '')::date);

grant insert, update (value, author, reason), delete on platform.parameter_template to ${jurisdiction_role};
