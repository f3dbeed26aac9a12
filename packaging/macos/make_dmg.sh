#!/bin/bash
# Signs dist/SegDesk.app, makes the disk image, has Apple notarise it and staples its answer to it.
# Each of the last three happens only where its secrets are there; without them an unsigned image is made.
#   SEGDESK_CODESIGN_IDENTITY   "Developer ID Application: …", in the keychain
#   SEGDESK_APPLE_ID, SEGDESK_APPLE_TEAM, SEGDESK_APPLE_PASSWORD   for notarytool (an app-specific password)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$(dirname "$here")")
app=$root/dist/SegDesk.app
version=$(cd "$root" && python3 -c 'import segdesk; print(segdesk.__version__)')
image=$root/dist/SegDesk-$version-macos-$(uname -m).dmg
python=$root/build/environment/bin/python
rm -f "$image"

if [ -n "${SEGDESK_CODESIGN_IDENTITY:-}" ]; then
    # PyInstaller signed each library as it collected it; this seals the whole.
    codesign --force --options runtime --timestamp --entitlements "$here/entitlements.plist" \
        --sign "$SEGDESK_CODESIGN_IDENTITY" "$app/Contents/MacOS/segdesk-cli"
    codesign --force --options runtime --timestamp --entitlements "$here/entitlements.plist" \
        --sign "$SEGDESK_CODESIGN_IDENTITY" "$app"
    codesign --verify --deep --strict --verbose=2 "$app"
fi

# ditto keeps the links inside the app, which cp -r and zip would follow, doubling Qt and breaking the seal.
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
ditto "$app" "$stage/SegDesk.app"
"$python" -m dmgbuild -s "$here/dmg_settings.py" -D app="$stage/SegDesk.app" SegDesk "$image"

if [ -n "${SEGDESK_CODESIGN_IDENTITY:-}" ]; then
    codesign --force --timestamp --sign "$SEGDESK_CODESIGN_IDENTITY" "$image"
fi
if [ -n "${SEGDESK_APPLE_ID:-}" ] && [ -n "${SEGDESK_APPLE_PASSWORD:-}" ]; then
    xcrun notarytool submit "$image" --wait --apple-id "$SEGDESK_APPLE_ID" \
        --team-id "$SEGDESK_APPLE_TEAM" --password "$SEGDESK_APPLE_PASSWORD"
    xcrun stapler staple "$image"
    xcrun stapler validate "$image"
fi
echo "$image"
