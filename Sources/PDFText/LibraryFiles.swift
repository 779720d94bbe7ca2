internal import Glibc

/// The files that Poppler, fontconfig and the C library read while they read a document, for a sandbox that lets
/// nothing else be read.
package enum LibraryFiles {
    /// Folders and files; not all of them need be there.
    ///
    /// - Complexity: Reads the main files of fontconfig's configuration, some kilobytes.
    package static var paths: [String] { system + fonts }

    /// Where text in fonts that are not embedded would look otherwise, if it could not be read.
    private static let system = [
        "/usr/share/poppler", "/usr/local/share/poppler", "/usr/lib", "/usr/lib64", "/usr/lib32", "/usr/local/lib",
        "/usr/libexec", "/lib", "/lib64", "/etc/ld.so.cache", "/etc/localtime", "/usr/share/zoneinfo",
        "/usr/share/locale", "/usr/share/i18n", "/usr/share/color", "/usr/share/ghostscript", "/dev/null",
        "/dev/urandom", "/proc/filesystems", "/proc/cpuinfo", "/proc/meminfo", "/proc/stat",
        "/proc/sys/vm/overcommit_memory", "/sys/devices/system/cpu/online", "/sys/devices/system/cpu/possible",
    ]

    private static var fonts: [String] {
        let standard = [
            "/etc/fonts", "/usr/share/fontconfig", "/usr/share/fonts", "/usr/local/share/fonts",
            "/usr/share/xml/fontconfig",
            "/usr/share/X11/fonts", "/usr/share/texmf/fonts",
        ]
        return standard + ownFonts + configured
    }

    /// Of the user, who may have said so in variables.
    private static var ownFonts: [String] {
        let named = ["FONTCONFIG_FILE", "FONTCONFIG_PATH", "FONTCONFIG_SYSROOT"].compactMap(variable)
        guard let home = variable("HOME") else { return named }
        let data = variable("XDG_DATA_HOME") ?? home + "/.local/share"
        let settings = variable("XDG_CONFIG_HOME") ?? home + "/.config"
        return named + [home + "/.fonts", data + "/fonts", settings + "/fontconfig", home + "/.fonts.conf"]
    }

    /// Only make what is there faster to find.
    package static var caches: [String] {
        let own = variable("XDG_CACHE_HOME") ?? variable("HOME").map { $0 + "/.cache" }
        return ["/var/cache/fontconfig"] + (own.map { [$0 + "/fontconfig"] } ?? [])
    }

    /// The absolute folders that the configuration of fontconfig names.
    private static var configured: [String] {
        ["/etc/fonts/fonts.conf", "/etc/fonts/local.conf"].flatMap { folders(in: text(of: $0)) }
    }

    /// The texts of all `<dir>` elements that are absolute paths.
    static func folders(in configuration: String) -> [String] {
        configuration.split(separator: "<").compactMap { part in
            guard part.hasPrefix("dir"), let end = part.firstIndex(of: ">") else { return nil }
            let path = part[part.index(after: end)...].filter { !$0.isNewline }
            return path.hasPrefix("/") ? String(path) : nil
        }
    }

    private static func text(of path: String) -> String {
        let most = 1 << 16
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return "" }
        defer { close(descriptor) }
        return withUnsafeTemporaryAllocation(byteCount: most, alignment: 1) { buffer in
            let count = read(descriptor, buffer.baseAddress, most)
            return String(decoding: UnsafeRawBufferPointer(buffer).prefix(max(0, count)), as: UTF8.self)
        }
    }

    private static func variable(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }
}
