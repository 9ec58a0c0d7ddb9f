# test-translations.py: whether the Chinese catalogue says all that the program says
#
# SPDX-License-Identifier: GPL-3.0-or-later

import glob
import os
import re
import subprocess
import tempfile
import unittest

import tap

TOP = os.path.abspath(os.path.join(os.path.dirname(__file__), '..', '..'))
CATALOGUE = 'po/zh_CN.po'
KEYWORDS = ('_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'ngettext:1,2')

MESSAGE = re.compile(r'\b(?:N?C?_|n?gettext) \("')
TRANSLATABLE = re.compile(r'translatable="(?:yes|true)"')


def list_files_with_messages():
    for pattern, mark in (('src/**/*.c', MESSAGE), ('resources/**/*.ui', TRANSLATABLE)):
        for path in glob.glob(os.path.join(TOP, pattern), recursive=True):
            with open(path, encoding='utf-8') as text:
                if mark.search(text.read()):
                    yield os.path.relpath(path, TOP)


class Translations(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        with open(os.path.join(TOP, 'po', 'POTFILES.in'), encoding='utf-8') as names:
            self.listed = [line.strip() for line in names if line.strip()]

    def run_tool(self, *command):
        environment = dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE='')
        return subprocess.run(command, cwd=TOP, env=environment, capture_output=True, text=True)

    def test_every_listed_file_is_there(self):
        missing = [path for path in self.listed if not os.path.exists(os.path.join(TOP, path))]
        self.assertEqual(missing, [])

    def test_every_file_with_messages_is_listed_once_and_in_order(self):
        self.assertEqual(sorted(set(list_files_with_messages()) - set(self.listed)), [])
        self.assertEqual(self.listed, sorted(set(self.listed)))

    def test_the_catalogue_is_sound_and_complete(self):
        done = self.run_tool('msgfmt', '--check', '--statistics', '-o', '/dev/null', CATALOGUE)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertRegex(done.stderr, re.compile(r'^[0-9]+ translated messages\.$'))

    def test_the_catalogue_knows_every_message(self):
        with tempfile.TemporaryDirectory() as directory:
            template = os.path.join(directory, 'arrears.pot')
            done = self.run_tool('xgettext', '--from-code=UTF-8', '-f', 'po/POTFILES.in',
                                 *(f'--keyword={keyword}' for keyword in KEYWORDS),
                                 '-o', template)
            self.assertEqual(done.returncode, 0, done.stderr)
            done = self.run_tool('msgcmp', CATALOGUE, template)
        self.assertEqual(done.returncode, 0, done.stderr)


if __name__ == '__main__':
    tap.main()
