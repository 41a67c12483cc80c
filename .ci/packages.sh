# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# The Debian packages that Trialogue needs, and how the missing ones are installed. Sourced by run and check.

build_packages=(
    ccache cmake g++ gettext libcli11-dev libdtl-dev libfmt-dev libgtk-3-dev libicu-dev libmd4c-dev
    libmd4c-html0-dev libpugixml-dev libsodium-dev libsqlite3-dev libwxgtk3.2-dev libxapian-dev libxlsxwriter-dev libzip-dev
    ninja-build nlohmann-json3-dev pkg-config wx3.2-i18n
)
test_packages=(
    catch2 clang-format-14 fonts-dejavu-core fonts-noto-color-emoji librapidcheck-dev libxml2-utils xauth xvfb
)
long_packages=(
    clang-14 libclang-rt-14-dev libreoffice-calc-nogui python3-nltk python3-sklearn python3-statsmodels r-cran-psych
    r-cran-vcd
)

is_installed() {
    [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# install_missing PACKAGE…: installs those that are not there, as root or through sudo, without asking.
install_missing() {
    local missing=() as_root=()
    for package in "$@"; do
        is_installed "$package" || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "These Debian packages are missing: ${missing[*]}" >&2
            echo "Install them as root with: apt-get install ${missing[*]}" >&2
            return 1
        fi
        as_root=(sudo)
    fi
    echo "Installing Debian packages: ${missing[*]}"
    local quiet=(-qq -o DPkg::Lock::Timeout=500 -o Dpkg::Use-Pty=0)
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get "${quiet[@]}" update
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get "${quiet[@]}" install -y --no-install-recommends \
        "${missing[@]}" >/dev/null
}
