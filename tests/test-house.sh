#!/bin/sh
# test-house.sh: what the rooms may include, and what every source file carries
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: test-house.sh SOURCE-ROOT. Prints TAP; names each line that breaks a rule.

cd "$1" || exit 99

n=0

# $1: the rule as a sentence; $2: the lines that break it.
report () {
  n=$((n + 1))
  if [ -z "$2" ]; then
    echo "ok $n /house/$1"
  else
    printf '%s\n' "$2" | sed 's/^/# /'
    echo "not ok $n /house/$1"
  fi
}

# $1: what an include names, as a regular expression; then the rooms of src that may.
find_outside () {
  header=$1
  shift
  rooms=$(echo "$@" | sed 's/ /|/g')
  grep -rnE "^ *# *include *[<\"]$header" src --include='*.[ch]' | grep -vE "^src/($rooms)/"
}

# Room, colon, the rooms that it may include beside itself.
rules='domain:
words:domain
store:domain
document:domain
signature:domain
exchange:domain
workflow:domain store document signature exchange
cli:domain workflow words
ui:domain workflow words'

find_forbidden_rooms () {
  find src -name '*.[ch]' | sort | awk -v rules="$rules" '
    BEGIN {
      n = split (rules, lines, "\n")
      for (i = 1; i <= n; i++)
        {
          split (lines[i], rule, ":")
          m = split (rule[2], rooms, " ")
          may[rule[1], rule[1]] = 1
          for (j = 1; j <= m; j++)
            may[rule[1], rooms[j]] = 1
        }
    }
    {
      files[NR] = $0
      m = split ($0, path, "/")
      if (m > 2)
        room_of[path[m]] = path[2]
    }
    END {
      for (i = 1; i <= NR; i++)
        {
          split (files[i], path, "/")
          while ((getline line < files[i]) > 0)
            {
              if (line !~ /^ *# *include *"/)
                continue
              split (line, quoted, "\"")
              m = split (quoted[2], parts, "/")
              room = room_of[parts[m]]
              if (room != "" && !((path[2], room) in may))
                print files[i] ": " line " (" path[2] " may not include " room ")"
            }
          close (files[i])
        }
    }'
}

find_unlicensed () {
  find src tests tools -type f \( -name '*.[ch]' -o -name '*.sh' -o -name '*.sql' \) \
    -exec grep -L 'SPDX-License-Identifier: GPL-3.0-or-later' {} +
}

echo 1..9
report no-include-climbs-out-of-its-folder \
  "$(grep -rnE '^ *# *include *"\.\./' src tests --include='*.[ch]')"
report sqlite-is-named-in-the-store-alone "$(find_outside sqlite3 store)"
report libharu-is-named-in-documents-alone "$(find_outside hpdf document)"
report qpdf-is-named-in-documents-and-signatures-alone "$(find_outside qpdf document signature)"
report openssl-is-named-in-signatures-alone "$(find_outside openssl/ signature)"
report gtk-and-adwaita-are-named-in-the-window-alone \
  "$(find_outside '(gtk/|gdk/|gsk/|adwaita|poppler)' ui)"
report the-domain-knows-nothing-but-glib \
  "$(grep -rnE '^ *# *include *<' src/domain --include='*.[ch]' \
     | grep -vE '<(glib|glib-object|stdlib|string|math|limits)\.h>')"
report arrows-between-rooms-point-one-way "$(find_forbidden_rooms)"
report every-source-file-names-its-licence "$(find_unlicensed)"
