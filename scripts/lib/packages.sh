# Debian packages and the Swift toolchain that building, running and testing need. To be sourced, not run.

# One list for scripts/run, scripts/test and the continuous integration.
debian_packages=(
    # Read PDFs: text and pictures of pages (Poppler, cairo), drawing operators (qpdf).
    libpoppler-glib-dev
    libcairo2-dev
    libqpdf-dev
    # Without the character maps of poppler-data, Chinese fonts that are not embedded come out as garbage.
    poppler-data
    # The ledger of a run.
    libsqlite3-dev
    # Spreadsheets.
    libxlsxwriter-dev
    # Pictures that stand for pages.
    libjpeg-dev
    libpng-dev
    libtiff-dev
    # Read scans: Tesseract, and what scripts/install-ocr needs to fetch the better engine.
    tesseract-ocr
    tesseract-ocr-chi-sim
    python3-pip
    unzip
    # Build tools.
    pkg-config
    # The pages of inspect, tested in a browser.
    chromium
    # Tests and benchmarks.
    poppler-utils
    qpdf
    time
    python3
    python3-jsonschema
    # What exported results are read back by; DuckDB comes from scripts/install-duckdb. libpq5 is loaded when it is used.
    postgresql
    libpq5
    python3-openpyxl
    python3-pandas
    # The recipes of integrations/.
    parallel
    # Packages: scripts/package, and its proof in a bare system; mandoc reads the man pages.
    dpkg-dev
    debootstrap
    mandoc
)

# The oldest toolchain that reads Package.swift.
swift_minimum=6.2

die() {
    printf '%s\n' "$*" >&2
    exit 1
}

# Prints the packages of the list that are not installed, one a line.
missing_packages() {
    local package status
    for package in "${debian_packages[@]}"; do
        status=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
        [ "$status" = installed ] || printf '%s\n' "$package"
    done
}

# Installs what is missing; asks for nothing when everything is there.
install_packages() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        die "This script installs packages with apt-get, which this system does not have. Use Debian 12, or install" \
            "the counterparts of these packages and build with 'swift build': ${debian_packages[*]}"
    fi
    local missing=()
    mapfile -t missing < <(missing_packages)
    if [ "${#missing[@]}" -eq 0 ]; then
        return
    fi
    printf 'Installing Debian packages: %s\n' "${missing[*]}"
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            die "Packages are missing, and you are neither root nor is there sudo." \
                "Ask an administrator to run: apt-get install ${missing[*]}"
        fi
        as_root=(sudo)
    fi
    "${as_root[@]}" apt-get update --quiet ||
        die "apt-get update failed. Check the network and the sources in /etc/apt, then run this again."
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install --yes --quiet --no-install-recommends "${missing[@]}" ||
        die "The packages could not be installed; apt-get says why above."
}

# Ends with a sentence when there is no toolchain, or one that is too old.
require_swift() {
    if ! command -v swift >/dev/null; then
        die "Swift is not installed, or not on PATH. Get Swift $swift_minimum or later from" \
            "https://www.swift.org/install/ and run this again."
    fi
    local found
    found=$(swift --version 2>/dev/null | sed -nE 's/.*Swift version ([0-9]+(\.[0-9]+)*).*/\1/p' | head -n 1)
    if [ -n "$found" ] && [ "$(printf '%s\n%s\n' "$swift_minimum" "$found" | sort -V | head -n 1)" != "$swift_minimum" ]
    then
        die "Swift $found is too old; $swift_minimum or later is needed. See https://www.swift.org/install/."
    fi
}
