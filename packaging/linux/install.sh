#!/bin/sh
# Puts SegDesk into this user's menu: `sh install.sh`. No administrator is needed; the program stays in
# the folder where it is now. `sh install.sh --remove` takes it out again and leaves customer data alone.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
share=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$share/applications/segdesk.desktop
kind=$share/mime/packages/segdesk-mime.xml
if [ "${1:-}" = --remove ]; then
    rm -f "$entry" "$kind"
else
    mkdir -p "$share/applications" "$share/mime/packages"
    # A folder's name may hold & and |, which sed would take for its own.
    escaped=$(printf '%s' "$here" | sed 's/[&|\\]/\\&/g')
    sed "s|@FOLDER@|$escaped|g" "$here/segdesk.desktop" > "$entry"
    cp "$here/segdesk-mime.xml" "$kind"
fi
for tool in "update-desktop-database $share/applications" "update-mime-database $share/mime"; do
    # Desktops without these tools notice by themselves.
    if command -v "${tool%% *}" > /dev/null; then $tool > /dev/null 2>&1 || true; fi
done
