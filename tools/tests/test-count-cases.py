# test-count-cases.py: the sum that tools/test closes with
#
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import subprocess
import tempfile
import unittest

import tap

PROGRAM = os.path.join(os.path.dirname(__file__), '..', 'count-cases')


class CountCases(unittest.TestCase):
    def count(self, *programs):
        """Last line and exit status over (what was printed, meson's result, exit status)."""
        with tempfile.NamedTemporaryFile('w', suffix='.json') as log:
            for stdout, result, returncode in programs:
                print(json.dumps({'name': 'arrears:domain / money', 'stdout': stdout,
                                  'result': result, 'returncode': returncode}), file=log)
            log.flush()
            self.run_on(log.name)
        return self.output[-1], self.status

    def run_on(self, path):
        done = subprocess.run([PROGRAM, path], capture_output=True, text=True)
        self.output = done.stdout.splitlines()
        self.status = done.returncode

    def test_cases_are_counted_not_programs(self):
        two = ('TAP version 13\n1..2\n# Start of money tests\nok 1 /money/a\nok 2 /money/b\n', 'OK', 0)
        self.assertEqual(self.count(two, two), ('4 passed, 0 failed, 0 skipped', 0))

    def test_a_skipped_case_is_told_apart(self):
        some = ('1..2\nok 1 /a\nok 2 /b # SKIP no display\n', 'OK', 0)
        self.assertEqual(self.count(some), ('1 passed, 0 failed, 1 skipped', 0))

    def test_a_program_may_skip_all(self):
        none = ('1..0 # SKIP no display\n', 'SKIP', 0)
        self.assertEqual(self.count(none), ('0 passed, 0 failed, 1 skipped', 0))

    def test_a_failed_case_is_named(self):
        bad = ('1..2\nok 1 /a\nnot ok 2 /late-charge/nothing-is-owed\n', 'ERROR', 1)
        self.assertEqual(self.count(bad), ('1 passed, 1 failed, 0 skipped', 1))
        self.assertEqual(self.output[0],
                         'failed: arrears:domain / money: /late-charge/nothing-is-owed')

    def test_a_crash_after_good_cases_is_a_failure(self):
        crash = ('1..3\nok 1 /a\n', 'ERROR', -11)
        self.assertEqual(self.count(crash), ('1 passed, 1 failed, 0 skipped', 1))

    def test_a_crash_in_a_failed_case_is_one_failure(self):
        aborted = ('1..3\nok 1 /a\nnot ok 2 /b - ERROR\nBail out!\n', 'ERROR', -6)
        self.assertEqual(self.count(aborted), ('1 passed, 1 failed, 0 skipped', 1))

    def test_a_program_that_says_nothing_failed(self):
        self.assertEqual(self.count(('', 'SKIP', 0)), ('0 passed, 1 failed, 0 skipped', 1))
        self.assertEqual(self.count(('hello\n', 'OK', 0)), ('0 passed, 1 failed, 0 skipped', 1))

    def test_a_timeout_is_a_failure(self):
        slow = ('1..2\nok 1 /a\n', 'TIMEOUT', -15)
        self.assertEqual(self.count(slow), ('1 passed, 1 failed, 0 skipped', 1))

    def test_an_empty_log_is_no_success(self):
        self.assertEqual(self.count(), ('0 passed, 0 failed, 0 skipped', 1))

    def test_a_missing_log_is_a_failure(self):
        self.run_on('/nonexistent/testlog.json')
        self.assertEqual(self.output[-1], '0 passed, 1 failed, 0 skipped')
        self.assertEqual(self.status, 1)


if __name__ == '__main__':
    tap.main()
