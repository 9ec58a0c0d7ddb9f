# tap.py: run unittest cases and tell of them in TAP, named like those of GTest
#
# SPDX-License-Identifier: GPL-3.0-or-later

import re
import sys
import unittest


def list_cases(suite):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from list_cases(test)
        else:
            yield test


def get_name(case):
    """/the-class/what-holds of class TheClass, method test_what_holds."""
    method = case.id().rsplit('.', 1)[-1].removeprefix('test_')
    words = re.sub(r'(?<!^)(?=[A-Z])', '-', type(case).__name__)
    return f'/{words.lower()}/{method.replace("_", "-")}'


def run_case(number, case):
    """Print the line of one case, and as comments why it failed; say whether it did not."""
    result = unittest.TestResult()
    case.run(result)
    faults = [text for _, text in result.errors + result.failures]
    reasons = [f' # SKIP {reason}' for _, reason in result.skipped]
    print(f'{"not ok" if faults else "ok"} {number} {get_name(case)}{"".join(reasons[:1])}')
    for line in '\n'.join(faults).splitlines():
        print(f'# {line}')
    return not faults


def main():
    module = sys.modules['__main__']
    cases = list(list_cases(unittest.defaultTestLoader.loadTestsFromModule(module)))
    print(f'1..{len(cases)}')
    passed = [run_case(number, case) for number, case in enumerate(cases, start=1)]
    sys.exit(0 if all(passed) else 1)
