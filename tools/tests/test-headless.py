# test-headless.py: the screen, bus and home that tools/headless gives a program
#
# SPDX-License-Identifier: GPL-3.0-or-later

import glob
import os
import shutil
import subprocess
import tempfile
import unittest

import tap

PROGRAM = os.path.abspath(os.path.join(os.path.dirname(__file__), '..', 'headless'))
NEEDED = ('Xvfb', 'dbus-run-session', 'localedef')


@unittest.skipUnless(all(map(shutil.which, NEEDED)), 'no Xvfb, D-Bus or localedef')
class Headless(unittest.TestCase):
    def setUp(self):
        self.directory = tempfile.TemporaryDirectory()
        self.addCleanup(self.directory.cleanup)

    def run_shell(self, script):
        environment = dict(os.environ, TMPDIR=self.directory.name, LC_ALL='C',
                           DISPLAY=':no-such-screen')
        return subprocess.run([PROGRAM, 'sh', '-c', script], env=environment,
                              capture_output=True, text=True)

    def test_the_exit_status_is_that_of_the_program(self):
        self.assertEqual(self.run_shell('exit 7').returncode, 7)

    def test_output_is_that_of_the_program(self):
        self.assertEqual(self.run_shell('echo ok 1').stdout, 'ok 1\n')

    def test_it_speaks_chinese(self):
        done = self.run_shell('echo "$LANG"; locale charmap; date --date=2026-11-23 +%A')
        self.assertEqual(done.stdout.split(), ['zh_CN.UTF-8', 'UTF-8', '星期一'])

    def test_the_home_is_empty_and_private(self):
        done = self.run_shell('find "$HOME" "$XDG_DATA_HOME" "$XDG_CACHE_HOME" -mindepth 1; '
                              'echo "$HOME"; stat --format=%a "$XDG_RUNTIME_DIR"')
        home, mode = done.stdout.split()
        self.assertTrue(home.startswith(self.directory.name))
        self.assertEqual(mode, '700')

    def test_there_are_a_screen_and_a_bus(self):
        done = self.run_shell('test -S "/tmp/.X11-unix/X${DISPLAY#:}" && '
                              'test -n "$DBUS_SESSION_BUS_ADDRESS"')
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_nothing_is_left_behind(self):
        self.run_shell('touch "$HOME/file"')
        self.assertEqual(glob.glob(os.path.join(self.directory.name, '*')), [])


if __name__ == '__main__':
    tap.main()
