-- A rule may be a share, '2/3': how many of those with a vote must be there.
alter table legal_rule drop constraint legal_rule_check3;
alter table legal_rule add constraint legal_rule_value check (
  case measure
    when 'day_of_year' then value ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'
    when 'share' then value ~ '^[1-9][0-9]?/[1-9][0-9]?$'
    else value ~ '^[1-9][0-9]{0,3}$'
  end);
