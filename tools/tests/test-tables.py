# test-tables.py: the statutory tables, so that a row added by hand is a right one
#
# SPDX-License-Identifier: GPL-3.0-or-later

import csv
import os
import re
import unittest
from datetime import date, timedelta

import tap

FOLDER = os.path.join(os.path.dirname(__file__), '..', '..', 'data', 'tables')
RATES = ('lpr_1y.csv', 'benchmark_1y.csv')


def read_table(name):
    with open(os.path.join(FOLDER, name), encoding='utf-8', newline='') as table:
        return list(csv.DictReader(table, strict=True))


def read_days(name):
    return [date.fromisoformat(row['date']) for row in read_table(name)]


class Tables(unittest.TestCase):
    def setUp(self):
        rows = read_table('holidays.csv')
        self.kinds = {date.fromisoformat(row['date']): row['kind'] for row in rows}

    def is_workday(self, day):
        kind = self.kinds.get(day)
        return kind == 'makeup_workday' or (kind is None and day.weekday() < 5)

    def test_days_ascend_and_none_is_given_twice(self):
        for name in (*RATES, 'holidays.csv'):
            days = read_days(name)
            self.assertEqual(days, sorted(set(days)), name)

    def test_lines_end_as_everywhere_else(self):
        for name in (*RATES, 'holidays.csv'):
            with open(os.path.join(FOLDER, name), 'rb') as table:
                text = table.read()
            self.assertNotIn(b'\r', text, name)
            self.assertTrue(text.endswith(b'\n'), name)

    def test_rates_are_percentages_with_two_decimals(self):
        for name in RATES:
            for row in read_table(name):
                self.assertRegex(row['rate'], re.compile(r'^[0-9]\.[0-9]{2}$'), row)

    def test_the_lpr_has_one_row_a_month(self):
        months = [12 * day.year + day.month for day in read_days('lpr_1y.csv')]
        self.assertEqual(months, list(range(months[0], months[0] + len(months))))

    def test_the_lpr_is_published_on_the_first_workday_from_the_20th(self):
        covered = max(self.kinds).year
        for day in read_days('lpr_1y.csv'):
            expected = day.replace(day=20)
            while day.year <= covered and not self.is_workday(expected):
                expected += timedelta(days=1)
            if day.year <= covered:
                self.assertEqual(day, expected)

    def test_the_lpr_follows_the_benchmark(self):
        self.assertGreater(read_days('lpr_1y.csv')[0], read_days('benchmark_1y.csv')[-1])
        self.assertEqual(read_days('lpr_1y.csv')[0], date(2019, 8, 20))

    def test_a_makeup_workday_is_a_weekend_day(self):
        for row in read_table('holidays.csv'):
            self.assertIn(row['kind'], ('holiday', 'makeup_workday'), row)
            self.assertTrue(row['name'], row)
            if row['kind'] == 'makeup_workday':
                self.assertGreaterEqual(date.fromisoformat(row['date']).weekday(), 5, row)

    def test_every_covered_year_has_its_public_holidays(self):
        # 元旦, 劳动节 and 国庆 stand in the law with their days.
        for year in range(min(self.kinds).year, max(self.kinds).year + 1):
            for month, day in ((1, 1), (5, 1), (10, 1), (10, 2), (10, 3)):
                self.assertEqual(self.kinds.get(date(year, month, day)), 'holiday')


if __name__ == '__main__':
    tap.main()
