internal import Glibc

/// The package of encodings that Poppler needs for fonts that are not embedded.
public enum PopplerData {
    /// Whether the tables for Chinese fonts are there. Without them, text in STSong-Light and the like is garbage.
    public static var isInstalled: Bool {
        ["/usr/share/poppler", "/usr/local/share/poppler"].contains { access($0 + "/cMap/Adobe-GB1", R_OK) == 0 }
    }
}
