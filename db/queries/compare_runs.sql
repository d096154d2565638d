-- In which inputs do two runs differ, and what came of it?
-- First the settings whose values differ, then what each run reached, measured at the best round of each.
--   a: the id of one run, or latest, or previous
--   b: the other
\if :{?a} \else \set a previous \endif
\if :{?b} \else \set b latest \endif
with side as (select 'a' as side, history.find_run(:'a') as run_id
              union all
              select 'b', history.find_run(:'b')),
     setting as (select distinct on (side.side, s.name) side.side, s.name, s.value
                 from side
                          join history.run r on r.run_id = side.run_id
                          join history.run_setting s on s.run_id = side.run_id
                 order by side.side, s.name, s.workflow = r.workflow desc, s.workflow),
     result as (select side.side, m.split || ' ' || m.metric as name, m.value
                from side
                         join history.run_summary s on s.run_id = side.run_id
                         join history.metric m on m.run_id = s.run_id and m.round = s.best_round
                union all
                select side.side, named.name, named.value
                from side
                         join history.run r on r.run_id = side.run_id
                         join history.run_summary s on s.run_id = side.run_id
                         cross join lateral (values ('rounds', s.rounds),
                                                    ('best round', s.best_round),
                                                    ('classifier, test accuracy', s.classifier_accuracy),
                                                    ('hours', r.seconds / 3600),
                                                    ('steps reused', s.reused)) named (name, value))
select 'setting' as what, name, a.value as a, b.value as b, null::double precision as b_minus_a
from (select name, value from setting where side = 'a') a
         full join (select name, value from setting where side = 'b') b using (name)
where a.value is distinct from b.value
union all
select 'result', name, round(a.value::numeric, 4)::text, round(b.value::numeric, 4)::text, b.value - a.value
from (select name, value from result where side = 'a') a
         full join (select name, value from result where side = 'b') b using (name)
order by what desc, name;
