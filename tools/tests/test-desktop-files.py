# test-desktop-files.py: what the desktop is told about the program
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: test-desktop-files.py BUILT-DATA-DIRECTORY

import configparser
import glob
import os
import shutil
import subprocess
import sys
import unittest
import xml.etree.ElementTree as ElementTree

import tap

ID = 'io.github.arrears.Arrears'
TOP = os.path.join(os.path.dirname(__file__), '..', '..')
BUILT = sys.argv[1]


def read_keys(path, group):
    parser = configparser.ConfigParser(interpolation=None, delimiters='=')
    parser.optionxform = str
    parser.read(path, encoding='utf-8')
    return parser[group]


class DesktopFiles(unittest.TestCase):
    desktop = os.path.join(BUILT, ID + '.desktop')
    metainfo = os.path.join(BUILT, ID + '.metainfo.xml')
    service = os.path.join(BUILT, ID + '.service')

    def check(self, *command):
        if shutil.which(command[0]) is None:
            self.skipTest(f'no {command[0]}')
        done = subprocess.run(command, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_the_desktop_file_is_valid(self):
        self.check('desktop-file-validate', self.desktop)

    def test_the_metainfo_is_valid(self):
        self.check('appstreamcli', 'validate', '--no-net', '--explain', self.metainfo)

    def test_the_schema_is_strict(self):
        self.check('glib-compile-schemas', '--strict', '--dry-run', os.path.join(TOP, 'data'))

    def test_every_file_names_the_program_alike(self):
        entry = read_keys(self.desktop, 'Desktop Entry')
        self.assertEqual(entry['Icon'], ID)
        self.assertEqual(read_keys(self.service, 'D-BUS Service')['Name'], ID)
        component = ElementTree.parse(self.metainfo)
        self.assertEqual(component.findtext('id'), ID)
        self.assertEqual(component.findtext('launchable'), ID + '.desktop')
        mediatypes = [element.text for element in component.iterfind('provides/mediatype')]
        self.assertEqual(entry['MimeType'].rstrip(';').split(';'), mediatypes)

    def test_chinese_is_there(self):
        entry = read_keys(self.desktop, 'Desktop Entry')
        for key in ('Name', 'GenericName', 'Comment', 'Keywords'):
            self.assertIn(key + '[zh_CN]', entry)
        description = ElementTree.parse(self.metainfo).find('description')
        language = '{http://www.w3.org/XML/1998/namespace}lang'
        texts = [element for element in description.iter() if element.tag in ('p', 'li')]
        chinese = [element for element in texts if element.get(language) == 'zh_CN']
        self.assertEqual(len(texts), 2 * len(chinese))

    def test_icons_are_drawings_of_the_right_size(self):
        icons = glob.glob(os.path.join(TOP, '**', 'icons', '**', '*.svg'), recursive=True)
        self.assertIn(ID + '.svg', map(os.path.basename, icons))
        self.assertIn(ID + '-symbolic.svg', map(os.path.basename, icons))
        for icon in icons:
            size = '16' if icon.endswith('-symbolic.svg') else '128'
            root = ElementTree.parse(icon).getroot()
            self.assertEqual((root.get('width'), root.get('height')), (size, size), icon)


if __name__ == '__main__':
    tap.main()
