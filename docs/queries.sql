-- The questions that docs/load.md names, for any database that holds the tables of docs/columns.md.

CREATE VIEW "execution_rate" AS
SELECT form.implementing_unit, form.fiscal_year, count(*) AS forms,
    sum(fund.adjusted_budget) AS adjusted_budget, sum(fund.executed) AS executed,
    100.0 * sum(fund.executed) / nullif(sum(fund.adjusted_budget), 0) AS execution_rate
FROM form JOIN fund ON fund.file = form.file AND fund.form_id = form.form_id
WHERE fund.item = 'total' AND fund.adjusted_budget IS NOT NULL AND fund.executed IS NOT NULL
    AND form.duplicate_of IS NULL
GROUP BY form.implementing_unit, form.fiscal_year;

CREATE VIEW "missed_indicator" AS
SELECT file, page, record_id, fiscal_year, implementing_unit, project_name, level3, target_text, actual_text,
    weight, score, variance_reason
FROM indicator WHERE score < weight AND duplicate_of IS NULL;

CREATE VIEW "repeated_indicator" AS
SELECT file, form_id, level1, level2, level3, target_text, count(*) AS times
FROM indicator WHERE duplicate_of IS NULL
GROUP BY file, form_id, level1, level2, level3, target_text HAVING count(*) > 1;

CREATE VIEW "target_and_actual" AS
SELECT file, page, record_id, fiscal_year, implementing_unit, project_name, level3, target_operator,
    target_value, actual_value, actual_value - target_value AS difference, target_unit AS unit
FROM indicator WHERE target_value IS NOT NULL AND actual_value IS NOT NULL
    AND coalesce(target_unit, '') = coalesce(actual_unit, '') AND duplicate_of IS NULL;

CREATE VIEW "failed_check" AS
SELECT "check".file, "check".form_id, form.fiscal_year, form.implementing_unit, form.project_name,
    "check".code, "check".expected, "check".found, "check".message
FROM "check" JOIN form ON form.file = "check".file AND form.form_id = "check".form_id
WHERE NOT "check".passed AND form.duplicate_of IS NULL;
