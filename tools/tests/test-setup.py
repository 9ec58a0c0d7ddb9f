# test-setup.py: which packages tools/setup finds missing, and how it installs them
#
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import subprocess
import tempfile
import unittest

import tap

TOOLS = os.path.abspath(os.path.join(os.path.dirname(__file__), '..'))

# A machine that has everything but what $LACKING names; dpkg-query fails over an unknown package.
DPKG_QUERY = '''#!/bin/sh
status=0
for package in "$@"; do
  case "$package" in
    -*) continue ;;
  esac
  case " $LACKING " in
    *" $package "*) status=1 ;;
    *" removed:$package "*) echo "$package config-files" ;;
    *) echo "$package installed" ;;
  esac
done
exit $status
'''

APT_GET = '#!/bin/sh\necho "$@" >>"$APT_LOG"\n'
ID = '#!/bin/sh\necho 0\n'


def list_packages(*groups):
    with open(os.path.join(TOOLS, 'packages.txt'), encoding='utf-8') as packages:
        rows = [line.split() for line in packages if line[0].isalpha()]
    return [row[1] for row in rows if row[0] in groups]


class Setup(unittest.TestCase):
    def setUp(self):
        self.directory = tempfile.TemporaryDirectory()
        self.addCleanup(self.directory.cleanup)
        for name, text in (('dpkg-query', DPKG_QUERY), ('apt-get', APT_GET), ('id', ID)):
            path = os.path.join(self.directory.name, name)
            with open(path, 'w', encoding='utf-8') as program:
                program.write(text)
            os.chmod(path, 0o755)

    def run_setup(self, *arguments, lacking=''):
        """Run it on the made-up machine: its exit status, output and calls of apt-get."""
        log = os.path.join(self.directory.name, 'apt.log')
        environment = dict(os.environ, LACKING=lacking, APT_LOG=log,
                           PATH=self.directory.name + ':' + os.environ['PATH'])
        done = subprocess.run([os.path.join(TOOLS, 'setup'), *arguments], env=environment,
                              capture_output=True, text=True)
        calls = []
        if os.path.exists(log):
            with open(log, encoding='utf-8') as lines:
                calls = lines.read().splitlines()
        return done.returncode, done.stdout.split(), calls

    def test_nothing_is_missing_on_a_full_machine(self):
        self.assertEqual(self.run_setup('--missing', 'all'), (0, [], []))

    def test_nothing_is_installed_on_a_full_machine(self):
        self.assertEqual(self.run_setup('all'), (0, [], []))

    def test_only_what_is_missing_is_named(self):
        self.assertEqual(self.run_setup('--missing', lacking='gcc fonts-noto-cjk'),
                         (0, ['gcc', 'fonts-noto-cjk'], []))

    def test_a_removed_package_is_missing(self):
        self.assertEqual(self.run_setup('--missing', lacking='removed:meson')[1], ['meson'])

    def test_packages_of_other_groups_do_not_matter(self):
        self.assertEqual(self.run_setup('--missing', lacking='xvfb')[1], [])
        self.assertEqual(self.run_setup('--missing', 'test', lacking='xvfb')[1], ['xvfb'])

    def test_a_bare_machine_lacks_every_package(self):
        everything = list_packages('build', 'run', 'test')
        self.assertGreater(len(everything), 30)
        self.assertEqual(self.run_setup('--missing', 'test', lacking=' '.join(everything))[1], everything)

    def test_what_is_missing_is_installed_without_recommendations(self):
        status, _, calls = self.run_setup(lacking='gcc meson')
        self.assertEqual(status, 0)
        self.assertEqual(calls, ['update -qq',
                                 'install -qq -y --no-install-recommends gcc meson'])

    def test_an_unknown_group_is_refused(self):
        self.assertEqual(self.run_setup('everything')[0], 2)

    def test_every_package_is_listed_once_with_its_purpose(self):
        with open(os.path.join(TOOLS, 'packages.txt'), encoding='utf-8') as packages:
            rows = [line.split(maxsplit=2) for line in packages if line[0].isalpha()]
        names = [row[1] for row in rows]
        self.assertEqual(sorted(names), sorted(set(names)))
        for row in rows:
            self.assertIn(row[0], ('build', 'run', 'test', 'benchmark'))
            self.assertEqual(len(row), 3, row)


if __name__ == '__main__':
    tap.main()
