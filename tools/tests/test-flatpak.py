# test-flatpak.py: the Flatpak manifest, as far as reading it can tell
#
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import re
import shutil
import subprocess
import unittest

import tap

try:
    import yaml
except ImportError:
    yaml = None

FOLDER = os.path.join(os.path.dirname(__file__), '..', '..', 'flatpak')
MANIFEST = os.path.join(FOLDER, 'io.github.arrears.Arrears.yml')

# The keys used here of those that flatpak-builder knows; it lets an unknown one pass.
TOP_KEYS = {'id', 'runtime', 'runtime-version', 'sdk', 'command', 'finish-args', 'cleanup', 'modules'}
MODULE_KEYS = {'name', 'buildsystem', 'builddir', 'config-opts', 'build-commands', 'cleanup', 'sources'}
BUILD_SYSTEMS = {'meson', 'cmake-ninja', 'simple'}
SOURCE_KEYS = {
    'archive': {'type', 'url', 'sha256'},
    'git': {'type', 'url', 'tag'},
    'dir': {'type', 'path'},
}


@unittest.skipIf(yaml is None, 'no python3-yaml')
class Flatpak(unittest.TestCase):
    def setUp(self):
        with open(MANIFEST, encoding='utf-8') as text:
            self.manifest = yaml.safe_load(text)
        self.modules = self.manifest['modules']
        self.sources = [source for module in self.modules for source in module['sources']]

    def test_every_key_is_known(self):
        self.assertEqual(set(self.manifest), TOP_KEYS)
        for module in self.modules:
            self.assertLessEqual(set(module), MODULE_KEYS, module['name'])
            self.assertIn(module['buildsystem'], BUILD_SYSTEMS, module['name'])
        for source in self.sources:
            self.assertEqual(set(source), SOURCE_KEYS[source['type']], source)

    def test_the_id_is_that_of_the_file(self):
        self.assertEqual(self.manifest['id'] + '.yml', os.path.basename(MANIFEST))

    def test_modules_have_names_of_their_own(self):
        names = [module['name'] for module in self.modules]
        self.assertEqual(sorted(names), sorted(set(names)))

    def test_every_source_is_pinned(self):
        for source in self.sources:
            if source['type'] == 'archive':
                self.assertRegex(source['sha256'], re.compile('^[0-9a-f]{64}$'))
                self.assertTrue(source['url'].startswith('https://'))
            if source['type'] == 'git':
                self.assertNotIn(source['tag'], ('', 'master', 'main'))

    def test_cmake_modules_install_into_lib(self):
        for module in self.modules:
            if module['buildsystem'] == 'cmake-ninja':
                self.assertIn('-DCMAKE_INSTALL_LIBDIR=lib', module['config-opts'], module['name'])

    def test_the_program_is_built_last_from_this_checkout(self):
        last = self.modules[-1]
        self.assertEqual(last['name'], 'arrears')
        top = os.path.join(FOLDER, last['sources'][0]['path'])
        self.assertTrue(os.path.exists(os.path.join(top, 'meson.build')))

    def test_the_sandbox_opens_no_file_system_and_no_network(self):
        for argument in self.manifest['finish-args']:
            self.assertFalse(argument.startswith(('--filesystem', '--share=network')), argument)

    @unittest.skipUnless(shutil.which('flatpak-builder'), 'no flatpak-builder')
    def test_flatpak_builder_reads_it_without_a_word(self):
        done = subprocess.run(['flatpak-builder', '--show-manifest', MANIFEST],
                              capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stderr), (0, ''))


if __name__ == '__main__':
    tap.main()
